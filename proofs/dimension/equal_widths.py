"""With equal widths squares suffice.

**Instance.** Widths (3,3,3,3) with t²: 27 − 6 = 21 of 45 coefficients.

**Established here.** The dimension is 21, over Q and every extension; in the wide run also (2,2,2,2): 8,
(3,3,3,3,3): 27, (4,4,4,4): 40, and (3,3,3,3) with t² and then t³: 21.

**Taken on trust.** Nothing.

**Not claimed.** All widths, depths and degrees: that is the theorem.

**See also** `dimension/equal_widths_one_output`.
"""

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 3, 3, 3), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 2, 2, 2), degrees=2),
    PolynomialNetwork((3, 3, 3, 3, 3), degrees=2),
    PolynomialNetwork((4, 4, 4, 4), degrees=2),
    PolynomialNetwork((3, 3, 3, 3), degrees=(2, 3)),
    PolynomialNetwork((2, 2, 2, 2, 2), degrees=3),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    dimension = instance.parameter_count - len(instance.rescalings())
    return verify(DimensionBetween(instance.law(), dimension, dimension))
