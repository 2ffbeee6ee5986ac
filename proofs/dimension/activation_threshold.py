"""From some degree on, all weights count, up to the rescalings.

**Instance.** Widths (2,3,2,1) with t⁴: 14 − 5 = 9 of 17 coefficients.

**Established here.** The dimension is 9, over Q and every extension, and so for the other instances, in the wide
run: (2,3,1) with t⁵, (2,4,1) with t⁷, (3,3,1) with t³, (3,4,1) with t⁴, (3,5,1) with t⁵, (2,3,2) with t⁴, (2,4,2)
with t⁵, (2,5,2) with t⁷, (2,2,3,1) with t⁵, (2,3,3,1) with t⁴, (3,2,3,1) with t⁵. One degree less does not do for
any of them (a test proves it).

**Taken on trust.** Nothing.

**Not claimed.** All larger degrees: that is the theorem. Statement G16 says from which degree on.

**See also** `dimension/width_one`, `dimension/single_input` and `dimension/below_threshold`.
"""

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 3, 2, 1), degrees=4)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 3, 1), degrees=5),
    PolynomialNetwork((2, 4, 1), degrees=7),
    PolynomialNetwork((3, 3, 1), degrees=3),
    PolynomialNetwork((3, 4, 1), degrees=4),
    PolynomialNetwork((3, 5, 1), degrees=5),
    PolynomialNetwork((2, 3, 2), degrees=4),
    PolynomialNetwork((2, 4, 2), degrees=5),
    PolynomialNetwork((2, 5, 2), degrees=7),
    PolynomialNetwork((2, 2, 3, 1), degrees=5),
    PolynomialNetwork((2, 3, 3, 1), degrees=4),
    PolynomialNetwork((3, 2, 3, 1), degrees=5),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    dimension = instance.parameter_count - len(instance.rescalings())
    return verify(DimensionBetween(instance.law(), dimension, dimension))
