"""Second derivatives at two points determine the rows of the first layer, up to scale.

**Instance.** (2,2,1) with t⁴ + t³ and the rows (1, 2) and (3, 1), at (1, 0) and (0, 1). In `INSTANCES` three neurons,
and two outputs.

**Proof.** ∇²f(x_n) = Aᵀ D_n A with the rows of A = W_1 and D_n the diagonal matrix of the γ_i(x_n) = w_i σ_i″
(statement C13): all of them become diagonal by one change of basis, and the tensor of the ∇²f(x_n) has the terms a_i ⊗
a_i ⊗ γ_i. If the a_i are independent and no two of the vectors γ_i are proportional, this is the decomposition of
Jennrich and Harshman [Harshman1970] (statement B2).

**Established here.** The terms a_i ⊗ a_i ⊗ γ_i are essentially unique, over Q and every extension; also among those
with different vectors in the first two modes.

**Taken on trust.** Nothing.

**Not claimed.** That two points are enough where some γ_i vanish.

**See also** `uniqueness/hessian_terms_quadratic`.
"""

from algebra_tnn import EssentiallyUnique, PolynomialNetwork, Verdict, WeightedNetwork, verify
from algebra_tnn.models.derivatives import derivative_terms

INSTANCE = (
    WeightedNetwork(PolynomialNetwork((2, 2, 1), activations="t^4 + t^3"), [[[1, 2], [3, 1]], [[1, 1]]]),
    ((1, 0), (0, 1)),
)
INSTANCES = [
    INSTANCE,
    (
        WeightedNetwork(PolynomialNetwork((3, 3, 1), degrees=3), [[[1, 2, 0], [3, 1, 1], [0, 1, 1]], [[1, -1, 2]]]),
        ((1, 0, 0), (1, 1, 3)),
    ),
    (
        WeightedNetwork(PolynomialNetwork((2, 2, 2), degrees=3), [[[1, 2], [3, 1]], [[1, 1], [0, 2]]]),
        ((1, 0), (0, 1)),
    ),
]


def proof(instance: tuple[WeightedNetwork, tuple[tuple[int, ...], ...]] = INSTANCE) -> Verdict:
    network, points = instance
    return verify(EssentiallyUnique(derivative_terms(network, points, 2)))
