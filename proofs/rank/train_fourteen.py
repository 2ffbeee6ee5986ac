"""A tensor train of shape 3×5×5×3 with ranks 3, 2, 3: rank 14 where the cut is 15.

**Limits** `rank/min_cut_attained`.

**Instance.** The flattening at the modes 0 and 2 of the train whose inner cores are the pencil L_1 ⊕ L_2 of 3×5
matrices and its transpose, while the outer cores are unit matrices.

**Proof.** The outer cores of general nodes are invertible matrices, which the modes absorb, and general pencils of 3×5
matrices are equivalent to L_1 ⊕ L_2 (`rank/pencil_orbit`). So the flattening of general nodes is A_1 ⊗ B_1 + A_2 ⊗ B_2
with these pencils, up to invertible matrices. Its four blocks are L_1 ⊗ L_1ᵀ of size 2×2, L_1 ⊗ L_2ᵀ of size 3×4, L_2 ⊗
L_1ᵀ of size 4×3, and L_2 ⊗ L_2ᵀ of size 6×6. The second has more columns and the third more rows, so that the rank is
at most 2 + 3 + 3 + 6 = 14; and by semicontinuity it is for all nodes. The least cut is 15, the modes 0 and 2, or 1 and
3.

**Established here.** That this flattening has rank at least 15 is refuted, over Q and every extension. Only the
hypothesis that all sizes are powers of one integer fails: there is no cycle, and the nodes are independent.

**Taken on trust.** Nothing.

**Not claimed.** That the certificate knows of general nodes: that is the normal form.

**See also** `rank/pencil_product`.
"""

from algebra_tnn import Tensor, TensorRankAtLeast, Verdict, verify
from algebra_tnn.tensors.formats import TrainFormat

FORMAT = TrainFormat((3, 5, 5, 3), (3, 2, 3))
MODES = (0, 2)
PENCIL = [  # L_1 ⊕ L_2
    [[1, 0, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 0]],
    [[0, 1, 0, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 1]],
]
UNIT = [[int(i == j) for j in range(3)] for i in range(3)]
NODES = {
    "G0": [UNIT],
    "G1": [[[PENCIL[k][p][q] for k in (0, 1)] for q in range(5)] for p in range(3)],
    "G2": [[[PENCIL[k][p][q] for p in range(3)] for q in range(5)] for k in (0, 1)],
    "G3": [[[x] for x in row] for row in UNIT],
}
INSTANCE = Tensor.from_nested(Tensor.from_nested(FORMAT.tensor(NODES)).matricized(MODES))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtLeast(instance, FORMAT.min_cut(MODES)))
