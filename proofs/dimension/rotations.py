"""A quadratic form of the last hidden layer can be rotated.

**Instance.** Widths (5,4,3,1) with t²: 35 weights, 7 hidden neurons, 70 coefficients.

**Proof.** The output is zᵀ D z with z = W h, where W = W_(L−1) is d × d_(L−2) and D = diag(W_L). For a skew matrix
S the field W ↦ S D W changes zᵀ D z by zᵀ(DᵀSᵀD + D S D) z = 0. These fields vanish where S D W = 0. For an
invertible D and W of rank ρ that is a skew matrix on the d − ρ dimensional quotient by the image of D W: C(d − ρ,
2) dimensions. So their values at generic weights have dimension C(d, 2) − C(d − ρ, 2), ρ = min(d, d_(L−2)). They
move W_(L−1) alone. A combination of the rescalings that moves nothing else is zero: row by row in W_1, W_2, …,
W_(L−2), and in W_L for layer L − 1. So both kinds are independent, and lie in the kernel of the Jacobian. Here 28 −
3 = 25.

**Established here.** The dimension is 25, over Q and every extension: the bound is attained.

**Taken on trust.** Nothing.

**Not claimed.** That it is attained where another bound, such as that of D17 by the number of coefficients, is not
less.

**See also** `dimension/rotations_by_group`, `dimension/rotations_cubic` and `dimension/rotations_two_outputs`.
"""

from math import comb

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((5, 4, 3, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((4, 3, 1), degrees=2),
    PolynomialNetwork((3, 3, 3, 1), degrees=2),
    PolynomialNetwork((4, 4, 3, 1), degrees=2),
    PolynomialNetwork((5, 5, 3, 1), degrees=2),
    PolynomialNetwork((3, 3, 2, 1), degrees=2),
    PolynomialNetwork((4, 3, 3, 1), degrees=2),
    PolynomialNetwork((4, 4, 4, 1), degrees=2),
    PolynomialNetwork((2, 4, 1), degrees=2),
    PolynomialNetwork((4, 5, 5, 3, 1), degrees=2),
]


def bound(network: PolynomialNetwork) -> int:
    """The expected number of parameters, less the dimension of the orbits of rotations of the last hidden layer."""
    *_, below, d, _ = network.widths
    rank = min(below, d)
    return network.parameter_count - len(network.rescalings()) - (comb(d, 2) - comb(d - rank, 2))


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionBetween(instance.law(), bound(instance), bound(instance)))
