"""A hidden layer wider than inputs and outputs together conserves less than r (r + 1)/2 independent quantities.

**Limits** `dynamics/linear_layers`, whose formula is often quoted as r (r + 1)/2.

**Instance.** Widths (1, 3, 1): 6 parameters.

**Proof.** The six entries of W_1 W_1ᵀ − W_2ᵀ W_2, a 3×3 matrix of rank at most n + m = 2, satisfy one equation.
There is one gradient field, so that 6 − 1 = 5 is the number.

**Established here.** That there are r (r + 1)/2 = 6 independent conserved quantities is refuted, over Q and every
extension. Only the hypothesis r ≤ n + m of that reading fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about two quantities that are not independent: both may be of use.
"""

from algebra_tnn import ConservedAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((1, 3, 1), degrees=1)


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    r = instance.widths[1]
    return verify(ConservedAtLeast(instance.law(), r * (r + 1) // 2))
