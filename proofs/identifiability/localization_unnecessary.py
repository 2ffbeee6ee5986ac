"""Identifiable, though the block with inputs cut down is not.

**Limits** `identifiability/localization_fails`.

**Instance.** Widths (2,3,3,2) with t³: the block (2,3,2) with t³ has 8 coefficients for 9 parameters.

**Established here.** The dimension is at least 21 − 6 = 15, over Q and every extension: finitely identifiable; in
the wide run eight more. A test proves that the blocks (m_(l−1), d_l, d_(l+1)) of none of them are all finitely
identifiable: the statement is false.

**Taken on trust.** Nothing.

**Not claimed.** A condition that is necessary and sufficient.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 3, 3, 2), degrees=3)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 3, 3, 3), degrees=(3, 2)),
    PolynomialNetwork((2, 3, 4, 2), degrees=3),
    PolynomialNetwork((2, 3, 4, 3), degrees=3),
    PolynomialNetwork((3, 4, 4, 1), degrees=(2, 3)),
    PolynomialNetwork((3, 4, 4, 1), degrees=3),
    PolynomialNetwork((3, 4, 4, 2), degrees=2),
    PolynomialNetwork((3, 4, 4, 2), degrees=(3, 2)),
    PolynomialNetwork((3, 4, 4, 3), degrees=2),
    PolynomialNetwork((3, 4, 4, 3), degrees=(3, 2)),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
