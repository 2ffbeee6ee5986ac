"""Two cubes are not like two squares: their linear forms can be read off.

**Limits** `dimension/shallow_quadratic`.

**Instance.** Widths (3,2,1) with t³: sums of two cubes in three variables.

**Established here.** That the dimension is at most 6 − 1 = 5 is refuted, over Q and every extension. All hypotheses
hold but that on the degree.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 6.
"""

from math import comb

from algebra_tnn import DimensionAtMost, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 2, 1), degrees=3)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((4, 3, 1), degrees=3),
    PolynomialNetwork((3, 3, 1), degrees=3),
    PolynomialNetwork((3, 2, 1), degrees=4),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    n, m, _ = instance.widths
    return verify(DimensionAtMost(instance.law(), n * m - comb(m, 2)))
