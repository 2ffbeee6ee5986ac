"""Modes as large as the square of a bond: a ring that attains its cut.

**Limits** `rank/ring_traceless` and `rank/ring_commuting`.

**Instance.** The flattening at the first and third mode of a ring of four nodes with modes of size 4 and bonds 2, where
each node is the basis E_00, E_01, E_10, E_11 of the 2×2 matrices.

**Proof.** tr(E_ab E_cd E_ef E_gh) is not zero if and only if b = c, d = e, f = g and h = a. So every ((a, b), (e, f))
has exactly one partner ((c, d), (g, h)) = ((b, e), (f, a)): the flattening is a matrix of a permutation.

**Established here.** That the rank is at most 16 − 1 is refuted, over Q and every extension, so general nodes have rank
16. Only the size r² − 1 of the modes fails.

**Taken on trust.** Nothing.

**Not claimed.** Other sizes of modes; a table of small networks is in the repository (`benchmarks/MINCUTS.md`).
"""

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify
from algebra_tnn.tensors.formats import RingFormat

FORMAT = RingFormat((4,) * 4, 2)
MODES = (0, 2)
ALL = [[[1, 0], [0, 0]], [[0, 1], [0, 0]], [[0, 0], [1, 0]], [[0, 0], [0, 1]]]
NODE = [[[X[a][b] for b in (0, 1)] for X in ALL] for a in (0, 1)]
NODES = dict.fromkeys(FORMAT.parameters, NODE)
INSTANCE = Tensor.from_nested(Tensor.from_nested(FORMAT.tensor(NODES)).matricized(MODES))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, FORMAT.min_cut(MODES) - 1))
