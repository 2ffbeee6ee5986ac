"""Six modes of size 3 and bonds of size 2: a ring that attains its cut.

**Limits** `rank/ring_traceless`.

**Instance.** The flattening at every other mode of a ring of six nodes, each a basis of the symmetric 2×2 matrices but
the last, which has other ones.

**Proof.** Here m = 3 is odd, and the rotation σ with σ³ = 1 on weight zero has no eigenvalue −1: there is no room for a
skew form.

**Established here.** That the rank is at most 26 is refuted, over Q and every extension, so general nodes have rank 27,
the least cut. Only that m is even fails.

**Taken on trust.** Nothing.

**Not claimed.** Ten such nodes, which have rank 241 of 243 at random nodes modulo a prime.
"""

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify
from algebra_tnn.tensors.formats import RingFormat

FORMAT = RingFormat((3,) * 6, 2)
MODES = (0, 2, 4)
SYMMETRIC = [[[1, 0], [0, 0]], [[0, 1], [1, 0]], [[0, 0], [0, 1]]]
OTHER = [[[1, 1], [0, 2]], [[0, 1], [3, 1]], [[1, 0], [1, 1]]]
NODES = {
    f"G{k}": [[[X[a][b] for b in (0, 1)] for X in (OTHER if k == 5 else SYMMETRIC)] for a in (0, 1)] for k in range(6)
}
INSTANCE = Tensor.from_nested(Tensor.from_nested(FORMAT.tensor(NODES)).matricized(MODES))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, FORMAT.min_cut(MODES) - 1))
