"""Two squares in three variables: the symmetric determinant.

**Instance.** Widths (3,2,1) with t².

**Proof.** The closure are the quadratic forms of rank at most 2, of dimension 5 in 6-space, and the determinant of
the symmetric 3×3 matrix is irreducible.

**Established here.** The dimension is 5 of 6, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Anything about the signs of squares over R.

**See also** `dimension/one_neuron_more`.
"""

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 2, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 1, 1), degrees=2),
    PolynomialNetwork((4, 3, 1), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    dimension = instance.ambient_dimension - 1
    return verify(DimensionBetween(instance.law(), dimension, dimension))
