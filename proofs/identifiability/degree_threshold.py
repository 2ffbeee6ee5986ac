"""Degrees of at least twice the width less one.

**Instance.** Widths (2,2,3,1) with t³ and then t⁵: 3 = 2 · 2 − 1, 5 = 2 · 3 − 1.

**Established here.** The dimension is at least 13 − 5 = 8, over Q and every extension: finitely identifiable. In
the wide run also (2,3,1) with t⁵, (2,4,1) with t⁷ and (2,5,1) with t⁹.

**Taken on trust.** Nothing.

**Not claimed.** All widths: that is the theorem.

**See also** `identifiability/degree_below_threshold` and `identifiability/threshold_width_one`.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 2, 3, 1), degrees=(3, 5))
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 3, 1), degrees=5),
    PolynomialNetwork((2, 4, 1), degrees=7),
    PolynomialNetwork((2, 5, 1), degrees=9),
    PolynomialNetwork((3, 2, 3, 1), degrees=(3, 5)),
    PolynomialNetwork((2, 3, 2, 1), degrees=(5, 3)),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
