"""The Jacobians of a network with three layers determine its weights, up to permutation and scale.

**Instance.** (2,2,2,2) with t² + t, W_1 and W_3 unit matrices, W_2 = (1 1; 1 2), at nine points.

**Proof.** The slices are W_3 D(G_n) W_2 D(H_n) W_1, ParaTuck-2 (statement C15), with W_3 and W_1ᵀ of full column rank
and no zero entry or minor of W_2. If no form of degree (2, 2) vanishes at all rows of G and H, the nodes are determined
up to permutation and rescaling (statement A12b). So every network with the same widths and the same Jacobians at these
points, whatever its activations and biases, has the weights W_3 P D, D′ Pᵀ W_2 Q E and E′ Qᵀ W_1 with permutations P, Q
and diagonal matrices. (These need not be the scales that activations allow: slopes are rescaled with them.) No slice is
zero, since no slope is.

**Established here.** The products of the monomials of degree 2 in G_n and those in H_n, for the slopes of this network
at the nine points, have the rank 9: no form vanishes. Over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That the slopes are determined: row by row only up to scales (`depth/jacobian_paratuck_scales`). With
t² instead of t² + t some form vanishes at all points, since G_n and H_n are forms in x of the degrees 2 and 1, and
forms of degree 6 in x have only seven coefficients.

**See also** `identifiability/three_layer_jacobian_flat`.
"""

from itertools import product

from algebra_tnn import PolynomialNetwork, Tensor, TensorRankAtLeast, Verdict, WeightedNetwork, verify
from algebra_tnn.models.derivatives import jacobian_nodes

UNIT = [[1, 0], [0, 1]]
INSTANCE = WeightedNetwork(PolynomialNetwork((2, 2, 2, 2), activations="t^2 + t"), [UNIT, [[1, 1], [1, 2]], UNIT])
POINTS = tuple(product((-1, 1, 2), repeat=2))


def forms(network: WeightedNetwork) -> list[list[int]]:
    """For each point the values of the nine monomials of degree (2, 2)."""
    nodes = jacobian_nodes(network, POINTS)
    rows = zip(nodes["G2"], nodes["G1"], strict=True)
    return [[g[0] ** (2 - i) * g[1] ** i * h[0] ** (2 - j) * h[1] ** j for i, j in EXPONENTS] for g, h in rows]


EXPONENTS = tuple(product(range(3), repeat=2))


def proof(instance: WeightedNetwork = INSTANCE) -> Verdict:
    return verify(TensorRankAtLeast(Tensor.from_nested(forms(instance)), 9))
