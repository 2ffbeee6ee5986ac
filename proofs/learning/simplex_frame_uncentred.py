"""Orthonormal vectors, whose mean is not subtracted, have rank K.

**Limits** `learning/simplex_frame`.

**Instance.** The Gram matrix of K = 4 orthonormal vectors.

**Proof.** It is the identity. Its vectors have equal lengths and equal angles, and a sum that is not zero.

**Established here.** "Rank 3" is refuted: the rank is 4, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Anything about other vectors with a sum that is not zero.
"""

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify

INSTANCE = 4


def proof(instance: int = INSTANCE) -> Verdict:
    identity = Tensor((instance, instance), tuple(int(i == j) for i in range(instance) for j in range(instance)))
    return verify(TensorRankAtMost(identity, instance - 1))
