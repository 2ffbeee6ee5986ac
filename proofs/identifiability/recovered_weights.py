"""The weights of a network are found from its Jacobians at four points, and there are no others.

**Instance.** The Jacobians, at the unit vectors of three-space and their sum, of a network of widths (3,3,2) whose
activations are t³ + t, t² and 2t³ − t². Nothing else is used.

**Proof.** The Jacobians are the slices of Σ_i w_i ⊗ a_i ⊗ h_i (statement C12). Eigenvectors of a pencil of slices,
which are rational here, give the terms; a_i and w_i are scaled to have the first nonzero entry 1. The slopes h_i at the
four values of ⟨a_i, x⟩, at least three of them different, are those of one polynomial of degree two, g_i′. If the
decomposition is essentially unique, every network with three neurons, polynomial activations of degree at most three,
biases or not, and these Jacobians at these points has the same terms; so it is this one up to a permutation, the scales
of weights and a constant.

**Established here.** The terms that were found are the only three, over Q and every extension. That the network found
is the one that was hidden, a test says.

**Taken on trust.** Nothing.

**Not claimed.** Anything about networks with more neurons.

**See also** `identifiability/recovered_weights_line`.
"""

from algebra_tnn import EssentiallyUnique, PolynomialNetwork, Verdict, WeightedNetwork, verify
from algebra_tnn.explore.recovery import network_from_jacobians
from algebra_tnn.models.derivatives import jacobians

INSTANCE = WeightedNetwork(
    PolynomialNetwork((3, 3, 2), activations=[["t^3 + t", "t^2", "2t^3 - t^2"]]),
    [[[1, 2, 0], [0, 1, 1], [1, 0, -1]], [[1, 2, 1], [3, 1, -1]]],
)
POINTS = [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 1]]


def proof(instance: WeightedNetwork = INSTANCE) -> Verdict:
    found = network_from_jacobians(jacobians(instance, POINTS), POINTS, degree=3)
    return verify(EssentiallyUnique(found.decomposition))
