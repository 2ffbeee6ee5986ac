"""How wide a circuit of less depth must be.

**Instance.** A deep circuit of 8 inputs of dimension 2 with channels 4,4,4, three layers deep. Two layers, of which the
second takes all four pairs of inputs, need at least 16 channels there, for almost all weights of the deep one. In
`INSTANCES` other channels, depths and numbers of inputs.

**Proof.** A circuit in which L layers are left, the first L − 1 of pairs, has Σ_(α < r) w_α Π_j Φ_jα with functions
Φ_jα of blocks j of 2^(L−1) inputs: with α fixed, a product, so that a partition which splits no block has a rank of at
most its width r = r_(L−1). For the deep circuit let every other block be on one side. Let s_0 = min(r_0, M) and s_l =
min(r_l, r_(l−1), s_(l−1)²); the rank is s_(L−1)^(N/2^L) for almost all weights.

*From above:* the channels of a position in layer l, functions of its 2^l inputs, are combinations of at most s_l of
them. For there are r_l of them; they are combinations of r_(l−1) products; and these are combinations of products of
s_(l−1) functions of one half of the inputs with as many of the other. Inputs have at most M coordinates. A pair of
blocks is joined by a sum over channels, Σ_α c_α Φ_α Φ′_α, whose rank is at most that of (Φ_α), s_(L−1), with all else
fixed; and there are N/2^L pairs of blocks.

*From below:* it is enough to find one point, since the rank is lower semicontinuous. By induction, for almost all
weights the span of the channels of a position of layer l has the dimension s_l. It holds for l = 0. The products Φ_α ⊗
Φ′_α of the channels of two positions of layer l − 1 span min(r_(l−1), s_(l−1)²) dimensions: in coordinates of the space
that the functions below span, of dimension t ≥ s_(l−1), the Φ_α are r_(l−1) general vectors; if t ≥ r_(l−1), they are
independent, and so are the products; if not, s_(l−1) = t, and r_(l−1) general products of vectors span as much of the
t² dimensions as they can, since products span all. A general matrix Wl_j makes r_l general combinations of them. At the
top of a pair of blocks let W have a first row of ones and all other layers pass on channel 0. The matrix of a pair is
then FᵀF′, where F and F′ have the r_(L−1) channels of the blocks as rows; their column spaces are general subspaces of
dimension s_(L−1), so that none has a vector which is orthogonal to all of the other, and FᵀF′ has the rank s_(L−1),
too. Pairs multiply: the matrix is the Kronecker product of the N/2^L matrices of pairs.

**Established here.** At every other block the separation rank is at most 16 for all weights, and at least 16 for all
outside of a proper closed set, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That 16 channels suffice for a circuit of two layers. (The bound with the least of M and all r_l
instead of s_(L−1), which is what is usually quoted, is 4 here: true, and far from sharp.)

**See also** `depth/truncated_shared` and `depth/truncated_width`.
"""

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.circuits import DeepCircuit, channel_spans

Case = tuple[DeepCircuit, int]  # and the number of layers that are left

INSTANCE: Case = (DeepCircuit(8, 2, (4, 4, 4)), 2)
INSTANCES: list[Case] = [
    INSTANCE,
    (DeepCircuit(4, 3, (2, 3)), 1),
    (DeepCircuit(4, 2, (3, 5)), 2),
    (DeepCircuit(8, 2, (3, 3, 3)), 2),
    (DeepCircuit(8, 2, (2, 4, 5)), 2),
    (DeepCircuit(8, 2, (5, 4, 2)), 2),
    (DeepCircuit(8, 2, (9, 9, 9)), 3),
    (DeepCircuit(16, 2, (2, 2, 3, 1)), 3),
]


def every_other_block(circuit: DeepCircuit, layers: int) -> tuple[str, ...]:
    """The inputs of every other block of 2^(L−1)."""
    return tuple(name for j, name in enumerate(circuit.law().input_names) if j >> (layers - 1) & 1 == 0)


def proof(instance: Case = INSTANCE) -> Verdict:
    circuit, layers = instance
    rank = channel_spans(circuit)[layers - 1] ** (circuit.inputs >> layers)
    return verify(SeparationRankBetween(circuit.law(), every_other_block(*instance), rank, rank))
