"""Outside the range there are others.

**Limits** `dimension/hypersurfaces`.

**Instance.** Widths (4,3,1) with t²: quadratic forms in four variables of rank 3.

**Established here.** The dimension is 9 of 10, over Q and every extension: a tenth hypersurface. Only d_0 ≤ 3
fails.

**Taken on trust.** Nothing.

**Not claimed.** A list without bounds.
"""

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((4, 3, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((4, 9, 1), degrees=4),
    PolynomialNetwork((5, 4, 1), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    dimension = instance.ambient_dimension - 1
    return verify(DimensionBetween(instance.law(), dimension, dimension))
