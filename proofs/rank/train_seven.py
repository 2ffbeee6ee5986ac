"""A tensor train of shape 2×3×2×3×2 whose ranks are all 2: rank 7 where the cut is 8.

**Limits** `rank/min_cut_attained`.

**Instance.** The flattening at the two modes of size 3, a 9×8 matrix, where the core in the middle is e_0 ⊗ e_0 ⊗ e_0 +
e_1 ⊗ e_1 ⊗ e_1, the outer ones are unit matrices, and the others two planes each.

**Proof.** Over the algebraic closure a general 2×2×2 tensor is a sum of two terms, so that bases of its mode and of
both bonds make it this one. The outer cores of general nodes are invertible and absorbed by their modes. What remains
of the second core are two 3×2 matrices A_0, A_1, one for each value of the bond to the middle, and C_0, C_1 of the
fourth. The flattening is [A_0 ⊗ C_0 | A_1 ⊗ C_1]. Its columns span im A_0 ⊗ im C_0 + im A_1 ⊗ im C_1. Two planes in a
space of dimension 3 meet, in a vector a of both im A_j and in a vector c of both im C_j; so both summands contain a ⊗
c, and the rank is at most 4 + 4 − 1 for general nodes, and then for all. The least cut is 8: the modes of size 2.

**Established here.** That this flattening has rank at least 8 is refuted, over Q and every extension. Only the
hypothesis that all sizes are powers of one integer fails: there is no cycle, and the nodes are independent.

**Taken on trust.** Nothing.

**Not claimed.** That the certificate knows of general nodes: that is the normal form, which is in the proof above.

**See also** `rank/train_fourteen`, another train.
"""

from algebra_tnn import Tensor, TensorRankAtLeast, Verdict, verify
from algebra_tnn.tensors.formats import TrainFormat

FORMAT = TrainFormat((2, 3, 2, 3, 2), (2, 2, 2, 2))
MODES = (1, 3)
PLANES = [[(1, 0, 0), (0, 1, 0)], [(0, 1, 0), (0, 0, 1)]]  # two vectors for each value of the bond to the middle
NODES = {
    "G0": [[[1, 0], [0, 1]]],
    "G1": [[[PLANES[a][b][i] for a in (0, 1)] for i in range(3)] for b in (0, 1)],
    "G2": [[[int(a == j == c) for c in (0, 1)] for j in (0, 1)] for a in (0, 1)],
    "G3": [[[PLANES[c][d][i] for d in (0, 1)] for i in range(3)] for c in (0, 1)],
    "G4": [[[1], [0]], [[0], [1]]],
}
INSTANCE = Tensor.from_nested(Tensor.from_nested(FORMAT.tensor(NODES)).matricized(MODES))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtLeast(instance, FORMAT.min_cut(MODES)))
