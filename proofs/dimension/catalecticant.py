"""Sums of fourth powers: the catalecticant of the middle.

**Instance.** Widths (2,2,1) with t⁴: binary quartics that are sums of two fourth powers.

**Proof.** The second derivatives of a quartic, as a symmetric matrix between quadratic monomials and quadratic
forms, have rank 1 for a fourth power. So a sum of two has a 3×3 catalecticant of rank 2, and its determinant
vanishes; it is irreducible, and the dimension is 4 of 5. For (3,5,1) the matrix is 6×6: Clebsch's theorem.

**Established here.** The dimension is 4 of 5, over Q and every extension; in the wide run 14 of 15 for (3,5,1) with
t⁴, though 15 parameters count. A test computes the determinants at random weights, and that the 3×3 one is
irreducible over Q.

**Taken on trust.** Nothing.

**Not claimed.** That the determinant of the 6×6 catalecticant is irreducible.

**See also** `dimension/one_neuron_more`.
"""

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 2, 1), degrees=4)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 5, 1), degrees=4),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    dimension = instance.ambient_dimension - 1
    return verify(DimensionBetween(instance.law(), dimension, dimension))
