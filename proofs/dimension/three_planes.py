"""Sums of decomposable vectors of three factors.

**Instance.** Two 3-planes in 6-space: 20 Plücker coordinates, two terms of dimension 10.

**Proof.** General 3-planes are the row spaces of [I | X], so that a term has as many parameters as count: the entries
of X, and a factor. From below a minor of the Jacobian, from above the number of parameters, or of coordinates.

**Established here.** The dimension is 20, over Q and every extension; in the wide run that of the others.

**Taken on trust.** Nothing.

**Not claimed.** Anything about spaces of more than 130 dimensions.

**See also** `dimension/three_planes_in_seven` and `dimension/two_planes_in_six`.
"""

from algebra_tnn import DimensionBetween, Grassmannian, Secant, Verdict, verify

INSTANCE = Grassmannian(3, 6).secant(2)
INSTANCES = [
    INSTANCE,
    Grassmannian(3, 7).secant(2),
    Grassmannian(3, 8).secant(3),
    Grassmannian(3, 8).secant(4),
    Grassmannian(3, 9).secant(3),
    Grassmannian(4, 8).secant(2),
]


def proof(instance: Secant = INSTANCE) -> Verdict:
    value = instance.expected_dimension
    return verify(DimensionBetween(instance.law(), value, value))
