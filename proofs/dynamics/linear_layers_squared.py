"""With an activation between the layers, inner products of different neurons are not conserved.

**Limits** `dynamics/linear_layers`.

**Instance.** Widths (2, 2, 1) with t²: 6 parameters, for which the formula says 3.

**Proof.** For each neuron, |row of W_1|² − 2 |column of W_2|² is conserved. Gradients and brackets span 4
dimensions.

**Established here.** That there are 3 independent conserved quantities is refuted: there are at most 2. Over Q and
every extension. Only the hypothesis that there is no activation fails.

**Taken on trust.** Nothing.

**Not claimed.** Other activations.
"""

from algebra_tnn import ConservedBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 2, 1), degrees=2)


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    n, r, m = instance.widths
    rho = min(r, n + m)
    count = rho * (2 * r + 1 - rho) // 2
    return verify(ConservedBetween(instance.law(), count, count))
