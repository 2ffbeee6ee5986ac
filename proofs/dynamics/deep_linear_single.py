"""With one input and one output, fewer quantities than entries of the Gram matrices are independent.

**Limits** `dynamics/deep_linear_count`.

**Instance.** Widths (1, 3, 1, 1): 7 parameters, for which the sum over the hidden layers is 6 + 1 = 7.

**Proof.** There is a gradient field that is not zero, and along it every conserved quantity is constant: no seven
are independent.

**Established here.** That there are 7 independent conserved quantities is refuted: there are at most 6. Over Q and
every extension. Only the hypothesis that there are at least two inputs and two outputs fails.

**Taken on trust.** Nothing.

**Not claimed.** How many of the six are polynomials.
"""

from algebra_tnn import ConservedAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((1, 3, 1, 1), degrees=1)


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(ConservedAtLeast(instance.law(), sum(d * (d + 1) // 2 for d in instance.widths[1:-1])))
