"""With more squares than d₀ + 1 the formula falls, and the dimension does not.

**Limits** `dimension/shallow_quadratic`.

**Instance.** Widths (3,5,1) with t²: 15 − 10 = 5, but all 6 coefficients are reached.

**Established here.** That the dimension is at most 5 is refuted, over Q and every extension. All hypotheses hold
but d_1 ≤ d_0 + 1.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 6, that of the space of quadratic forms.
"""

from math import comb

from algebra_tnn import DimensionAtMost, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 5, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 4, 1), degrees=2),
    PolynomialNetwork((2, 5, 1), degrees=2),
    PolynomialNetwork((4, 6, 1), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    n, m, _ = instance.widths
    return verify(DimensionAtMost(instance.law(), n * m - comb(m, 2)))
