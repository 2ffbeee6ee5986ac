"""A ring with modes of sizes 2, 3, 4, 3 and bonds of size 2: rank 7 where the cut is 8.

**Limits** `rank/min_cut_attained`.

**Instance.** The flattening, at the second and fourth mode, of the ring whose nodes are bases of the diagonal, the
symmetric, all, and again the symmetric 2×2 matrices.

**Proof.** The rank depends only on the spaces U_A, … of matrices that the nodes A, B, C, D span, of dimensions 2, 3, 4,
3, up to the gauge A ↦ g₀ A g₁^(−1), …. General nodes over an algebraically closed field have this normal form: U_A is a
pencil with two points of rank one, which g₀ and g₁ make the diagonal matrices; U_B and U_D are the orthogonal spaces of
invertible matrices, which g₂ and g₃ make skew, so that U_B and U_D are the symmetric matrices; and U_C is everything.
There, for symmetric B and D, tr(E₁₁ B E₂₂ D) = b₁₂ d₁₂ = tr(E₂₂ B E₁₁ D): E₁₁ ⊗ E₂₂ − E₂₂ ⊗ E₁₁ in U_A ⊗ U_C is in the
kernel of the flattening, which has 8 columns. So general nodes, and by semicontinuity all nodes, have a rank of at
most 7, where the least cut is the two modes of sizes 2 and 4.

**Established here.** That this flattening has rank at least 8 is refuted, over Q and every extension. Only the
hypothesis that all sizes are powers of one integer fails.

**Taken on trust.** Nothing.

**Not claimed.** That the certificate knows of general nodes: that is the normal form, which is in the proof above.

**See also** `rank/ring_eight`.
"""

from itertools import product

from algebra_tnn import Tensor, TensorRankAtLeast, Verdict, verify
from algebra_tnn.tensors.formats import RingFormat

FORMAT = RingFormat((2, 3, 4, 3), 2)
MODES = (1, 3)
SYMMETRIC = [[[1, 0], [0, 0]], [[0, 1], [1, 0]], [[0, 0], [0, 1]]]
ALL = [[[1, 0], [0, 0]], [[0, 1], [0, 0]], [[0, 0], [1, 0]], [[0, 0], [0, 1]]]
SPACES = [[SYMMETRIC[0], SYMMETRIC[2]], SYMMETRIC, ALL, SYMMETRIC]
NODES = {f"G{k}": [[[X[a][b] for b in (0, 1)] for X in space] for a in (0, 1)] for k, space in enumerate(SPACES)}
INSTANCE = Tensor.from_nested(Tensor.from_nested(FORMAT.tensor(NODES)).matricized(MODES))
KERNEL = [int((i, k) == (0, 3)) - int((i, k) == (1, 0)) for i, k in product(range(2), range(4))]


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtLeast(instance, FORMAT.min_cut(MODES)))
