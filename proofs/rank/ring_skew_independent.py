"""Four different nodes with modes and bonds of size 3: a ring that attains its cut.

**Limits** `rank/ring_skew`.

**Instance.** The flattening at the first and third mode of a ring of four nodes with modes of size 3 and bonds 3.

**Established here.** That the rank is at most 8 is refuted, over Q and every extension, so that of general nodes is 9.
Only that the nodes are equal fails.

**Taken on trust.** Nothing.

**Not claimed.** Bonds of size 2, where the rank is 8 for different nodes, too: `rank/ring_eight`.
"""

from typing import Any

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify
from algebra_tnn.tensors.formats import RingFormat

FORMAT = RingFormat((3,) * 4, 3)
MODES = (0, 2)


def node(k: int) -> Any:
    """Squares modulo 7 of polynomials in the indices and in k, which are general enough."""
    return [
        [
            [(a + 2 * i + 3 * b + 5 * k + (a + 1) * (i + 1) * (b + 2) * (k + 1)) ** 2 % 7 for b in range(3)]
            for i in range(3)
        ]
        for a in range(3)
    ]


NODES = {name: node(k) for k, name in enumerate(FORMAT.parameters)}
INSTANCE = Tensor.from_nested(Tensor.from_nested(FORMAT.tensor(NODES)).matricized(MODES))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, FORMAT.min_cut(MODES) - 1))
