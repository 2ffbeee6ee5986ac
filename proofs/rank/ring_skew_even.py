"""Four equal nodes with modes of size 4: a ring that attains its cut.

**Limits** `rank/ring_skew`.

**Instance.** The flattening at the first and third mode of a ring of four equal nodes with modes of size 4 and bonds 2.

**Established here.** That the rank is at most 15 is refuted, over Q and every extension, so that of general equal nodes
is 16. Only the parity fails: the skew form lives on a space of dimension C(4, 2) = 6.

**Taken on trust.** Nothing.

**Not claimed.** That every even dimension is harmless.
"""

from typing import Any

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify
from algebra_tnn.tensors.formats import RingFormat

FORMAT = RingFormat((4,) * 4, 2)
MODES = (0, 2)


def node(k: int) -> Any:
    """Squares modulo 7 of polynomials in the indices and in k, which are general enough."""
    return [
        [
            [(a + 2 * i + 3 * b + 5 * k + (a + 1) * (i + 1) * (b + 2) * (k + 1)) ** 2 % 7 for b in range(2)]
            for i in range(4)
        ]
        for a in range(2)
    ]


NODES = dict.fromkeys(FORMAT.parameters, node(0))
INSTANCE = Tensor.from_nested(Tensor.from_nested(FORMAT.tensor(NODES)).matricized(MODES))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, FORMAT.min_cut(MODES) - 1))
