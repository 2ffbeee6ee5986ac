"""The lower bound by multilinear ranks is attained where the upper one is not.

**Instance.** The GHZ tensor e0⊗e0⊗e0 + e1⊗e1⊗e1, with multilinear ranks (2, 2, 2).

**Established here.** Its rank is 2 = max R_n, over Q and every extension, while min_n Π_{m≠n} R_m = 4.

**Taken on trust.** Nothing.

**Not claimed.** Anything about other tensors with these multilinear ranks: they have rank 2 or 3, see A17.

**See also** `rank/w_exceeds`.
"""

from algebra_tnn import Tensor, TensorRankBetween, Verdict, verify

INSTANCE = Tensor.from_nested([[[1, 0], [0, 0]], [[0, 0], [0, 1]]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(instance, 2, 2))
