"""Independent rows are determined by the correlation of order three.

**Instance.** (3,3,1) with t³ + t² and biases, independent rows, the order 3; the decomposition is found from the tensor
alone. In `INSTANCES` the network 3 (u³ + u) − 2 (v³ − 5 v²) with 18 a⊗a⊗a − 12 b⊗b⊗b, and the order 5.

**Proof.** The tensor is Σ_i λ_i a_i ⊗ a_i ⊗ a_i, see `learning/network_moment`. If all λ_i ≠ 0 and the a_i are
independent, factors have full column rank, and Jennrich's theorem applies: slices Σ_i λ_i ⟨a_i, x⟩ a_i a_iᵀ are
diagonal in one basis, and quotients of two of them have the a_i as eigenvectors.

**Established here.** The decomposition that the eigenvectors of slices give, with rational eigenvalues, is essentially
unique, over Q and every extension. Its terms are those of the neurons, so that each row is known up to a factor; the
tests compare them.

**Taken on trust.** Nothing.

**Not claimed.** The lengths of the rows, which need other moments; how many samples approximate the tensor.

**See also** `learning/first_layer_even`, `learning/first_layer_parallel`, `learning/first_layer_wide`.
"""

from algebra_tnn import EssentiallyUnique, PolynomialNetwork, Verdict, WeightedNetwork, jennrich_decomposition, verify
from algebra_tnn.models.moments import NetworkMoment
from algebra_tnn.tensors import Tensor

INSTANCE = (
    WeightedNetwork(
        PolynomialNetwork((3, 3, 1), activations="x^3 + x^2", biases=True),
        [[[1, 2, 0], [0, 1, -1], [2, 0, 1]], [1, 0, "1/2"], [[1, -2, 3]], [5]],
    ),
    3,
)
INSTANCES = [
    INSTANCE,
    (
        WeightedNetwork(
            PolynomialNetwork((2, 2, 1), activations=[["x^3 + x", "x^3 - 5*x^2"]]), [[[1, 2], [1, -1]], [[3, -2]]]
        ),
        3,
    ),
    (WeightedNetwork(PolynomialNetwork((2, 2, 1), degrees=5), [[[1, 2], [3, 1]], [[1, 1]]]), 5),
]


def tensor(network: WeightedNetwork, order: int) -> Tensor:
    """E[f(x) S_m(x)]."""
    return Tensor.from_nested(NetworkMoment(network.network, order)(network.weights))


def proof(instance: tuple[WeightedNetwork, int] = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(jennrich_decomposition(tensor(*instance))))
