"""W itself has real rank 3.

**Instance.** W = e1⊗e0⊗e0 + e0⊗e1⊗e0 + e0⊗e0⊗e1 over R.

**Established here.** Its rank over R, and over every extension, is 3: the hyperdeterminant vanishes while the
flattenings have rank 2; three terms are given by the definition of W.

**Taken on trust.** Nothing.

**Not claimed.** That every tensor on the boundary behaves like this.

**See also** `rank/w_border_rank`: the border rank is 2; `rank/matrix_limit`.
"""

from algebra_tnn import R, Tensor, TensorRankBetween, Verdict, verify

INSTANCE = Tensor.from_nested([[[0, 1], [1, 0]], [[1, 0], [0, 0]]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(instance, 3, 3, R))
