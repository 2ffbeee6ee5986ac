"""A bond above a node that is larger than the product of the bonds below it is never the least one.

**Limits** `rank/hierarchical_bonds`.

**Instance.** The tree ((0, 1), (2, 3)) with leaves of size 3, bonds r₀ = 2 above the leaves and r₁ = 5 > r₀² above the
inner nodes; transfer tensors without zeros, the identity at the root.

**Proof.** Cut the two bonds below the node {0, 1} instead of the one above it: the rank of the flattening is at most 2
· 2. So r_t ≤ Π r_s over the children s is necessary for a bond to be least, and the transfer tensor, a 5×4 matrix, has
dependent rows.

**Established here.** That the flattening at {0, 1} has rank at least 5 is refuted: its rank is at most 4.

**Taken on trust.** Nothing.

**Not claimed.** Nothing more: such bonds are allowed, they are larger than they have to be.
"""

from algebra_tnn import HierarchicalTucker, Tensor, TensorRankAtLeast, Verdict, verify

U = [[1, 0], [0, 1], [1, 1]]
TRANSFER = [[[1, 1], [1, 2]], [[1, 3], [2, 1]], [[4, 1], [1, 1]], [[1, 2], [5, 1]], [[2, 2], [1, 7]]]
INSTANCE = HierarchicalTucker.of(
    ((0, 1), (2, 3)), [U, U, U, U], [[[int(i == j) for j in range(5)] for i in range(5)], TRANSFER, TRANSFER]
)


def proof(instance: HierarchicalTucker = INSTANCE) -> Verdict:
    return verify(TensorRankAtLeast(Tensor.from_nested(instance.tensor().matricized([0, 1])), 5))
