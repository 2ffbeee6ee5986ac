"""Modes that are too small for the ranks.

**Limits** `dimension/tensor_ring`.

**Instance.** Shape 2×2×2 and ranks 2: 24 − 11 = 13 where there are 8 entries.

**Established here.** That the dimension is at least 13 is refuted, over Q and every extension. Only the hypothesis that
the count is at most the number of entries fails.

**Taken on trust.** Nothing.

**Not claimed.** That it fills; the command `dimension` says so.
"""

from algebra_tnn import DimensionAtLeast, Verdict, verify
from algebra_tnn.tensors.formats import RingFormat

INSTANCE = RingFormat((2, 2, 2), 2)


def proof(instance: RingFormat = INSTANCE) -> Verdict:
    gauge = sum(r * r for r in instance.ranks) - 1
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - gauge))
