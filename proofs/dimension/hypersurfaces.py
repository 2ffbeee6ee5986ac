"""Nine hypersurfaces among small networks with two layers.

**Instance.** Widths (3,5,2) with t³, the largest: 20 coefficients, and 20 weights up to rescaling.

**Established here.** The dimension is 19, over Q and every extension; in the wide run one less than the number of
coefficients for all nine. A test proves that the dimension of every other network in the range differs.

**Taken on trust.** Nothing.

**Not claimed.** Equations; see G24.

**See also** `dimension/hypersurface_beyond`.
"""

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 5, 2), degrees=3)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 1, 1), degrees=2),
    PolynomialNetwork((2, 2, 1), degrees=4),
    PolynomialNetwork((2, 2, 3), degrees=2),
    PolynomialNetwork((2, 3, 2), degrees=4),
    PolynomialNetwork((2, 3, 4), degrees=3),
    PolynomialNetwork((3, 2, 1), degrees=2),
    PolynomialNetwork((3, 3, 1), degrees=3),
    PolynomialNetwork((3, 5, 1), degrees=4),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    dimension = instance.ambient_dimension - 1
    return verify(DimensionBetween(instance.law(), dimension, dimension))
