"""Four different nodes, all sizes 2: a ring that attains its cut.

**Limits** `rank/ring_three_quarters`.

**Instance.** The flattening at the first and third mode of a ring of four nodes of size 2×2×2.

**Established here.** That the rank is at most 3 is refuted, over Q and every extension, so that of general nodes is 4.
Only that the nodes are equal fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything new: all sizes are powers of 2 (`rank/min_cut_attained`).
"""

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify
from algebra_tnn.tensors.formats import RingFormat

FORMAT = RingFormat((2,) * 4, 2)
MODES = (0, 2)
NODES = {f"G{k}": [[[1, k], [k * k, 2]], [[3, 1], [k, 5]]] for k in range(4)}
INSTANCE = Tensor.from_nested(Tensor.from_nested(FORMAT.tensor(NODES)).matricized(MODES))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 3))
