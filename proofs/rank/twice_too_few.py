"""Sums of two terms are not dense among 5×5 matrices.

**Limits** `rank/twice_generic`.

**Instance.** The identity matrix of size five, and g = 2.

**Established here.** That the rank is at most 4 = 2g is refuted, over Q and every extension: it is 5. Only that the
sums of g points contain an open set fails: the generic rank is 5.

**Taken on trust.** Nothing.

**Not claimed.** More than that.
"""

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify

TERMS = 2
INSTANCE = Tensor.from_nested([[int(i == j) for j in range(5)] for i in range(5)])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 2 * TERMS))
