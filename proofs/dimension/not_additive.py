"""Tensor trains of rank two are more than the sums of two tensors of rank one.

**Limits** `dimension/partially_symmetric`.

**Instance.** Trains of shape 2×2×2×2 and ranks (2, 2, 2).

**Proof.** Rank-one tensors are the trains of ranks (1, 1, 1), a variety of dimension five. If trains of rank two were
the sums of two of them, they would have at most dimension ten.

**Established here.** That the dimension is at most 10 is refuted, over Q and every extension: it is 12. Only that the
tensors are sums of points of a variety fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that.
"""

from algebra_tnn import DimensionAtMost, Segre, Verdict, verify
from algebra_tnn.tensors.formats import TrainFormat

INSTANCE = TrainFormat((2, 2, 2, 2), (2, 2, 2))


def proof(instance: TrainFormat = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance.law(), 2 * Segre(instance.shape).dimension))
