"""As many outputs as monomials, and one neuron less: a determinant vanishes.

**Instance.** Widths (2,2,3) with t²: three binary quadratic forms, a 3×3 matrix of coefficients.

**Proof.** The matrix of coefficients is W_2, which is 3×2, times the coefficients of two squares. So its
determinant vanishes. The determinant is irreducible and the closure has dimension 8 in 9-space: it is the
hypersurface det = 0. For (2,3,4) with t³ the same with a 4×4 matrix.

**Established here.** The dimension is 8 of 9, over Q and every extension; in the wide run 15 of 16 for (2,3,4) with
t³.

**Taken on trust.** Nothing.

**Not claimed.** That every singular matrix is reached, rather than in the closure.

**See also** `dimension/one_neuron_more`.
"""

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 2, 3), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 3, 4), degrees=3),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    dimension = instance.ambient_dimension - 1
    return verify(DimensionBetween(instance.law(), dimension, dimension))
