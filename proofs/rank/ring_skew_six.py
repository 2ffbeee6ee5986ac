"""Six equal nodes with modes of size 3 and bonds of size 2: a ring that attains its cut.

**Limits** `rank/ring_skew`.

**Instance.** The flattening at every other mode of a ring of six equal nodes with modes of size 3 and bonds 2.

**Established here.** That the rank is at most 26 is refuted, over Q and every extension, so that of general equal nodes
is 27. Only that four divides the number of nodes fails: the mean, 3³/3 = 9, is odd, but a rotation of three places has
no eigenvalue −1.

**Taken on trust.** Nothing.

**Not claimed.** Modes of size 2, where the rank is 6 of 8: `rank/ring_six`.
"""

from typing import Any

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify
from algebra_tnn.tensors.formats import RingFormat

FORMAT = RingFormat((3,) * 6, 2)
MODES = (0, 2, 4)


def node(k: int) -> Any:
    """Squares modulo 7 of polynomials in the indices and in k, which are general enough."""
    return [
        [
            [(a + 2 * i + 3 * b + 5 * k + (a + 1) * (i + 1) * (b + 2) * (k + 1)) ** 2 % 7 for b in range(2)]
            for i in range(3)
        ]
        for a in range(2)
    ]


NODES = dict.fromkeys(FORMAT.parameters, node(0))
INSTANCE = Tensor.from_nested(Tensor.from_nested(FORMAT.tensor(NODES)).matricized(MODES))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, FORMAT.min_cut(MODES) - 1))
