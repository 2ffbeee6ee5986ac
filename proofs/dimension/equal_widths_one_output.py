"""The outputs must be as many, too.

**Limits** `dimension/equal_widths`.

**Instance.** Widths (4,4,4,1) with t²: 36 − 8 = 28, of 35 coefficients.

**Established here.** That the dimension is at least 28 is refuted, over Q and every extension. Only d_L = n fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 22 by D21.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((4, 4, 4, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 3, 3, 1), degrees=2),
    PolynomialNetwork((3, 3, 1), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
