"""Widths that do not increase.

**Instance.** Widths (5,4,3,2) with t²: 38 − 7 = 31.

**Established here.** The dimension is at least 31, over Q and every extension: finitely identifiable.

**Taken on trust.** Nothing.

**Not claimed.** All widths and degrees: that is the theorem.

**See also** `identifiability/pyramid_quadratic_output`, `identifiability/pyramid_width_one` and
`identifiability/widths_increase`.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((5, 4, 3, 2), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((4, 3, 2, 2), degrees=2),
    PolynomialNetwork((5, 4, 3, 1), degrees=(2, 3)),
    PolynomialNetwork((3, 3, 2, 1), degrees=(2, 3)),
    PolynomialNetwork((3, 3, 3, 3), degrees=2),
    PolynomialNetwork((4, 4, 2, 5), degrees=(3, 2)),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
