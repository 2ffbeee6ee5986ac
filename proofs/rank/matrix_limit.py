"""For matrices rank cannot drop along a sequence and jump in the limit.

**Limits** `rank/w_border_rank`, `rank/w_rank`.

**Instance.** The matrix b aᵀ + a bᵀ with a = e0, b = e1, the analogue of W of order two; of it, too, one might hope
that n (a + b/n)^{⊗2} − n a^{⊗2} leads to it with fewer terms than its rank.

**Proof.** A matrix has rank below r exactly if all r×r minors vanish, a closed condition. So a limit of matrices of
rank at most 1 has rank at most 1.

**Established here.** "The border rank over R is at most 1" is refuted by a 2×2 minor. What W shows needs order three.

**Taken on trust.** Nothing.

**Not claimed.** That border rank and rank differ for every tensor of order three.
"""

from algebra_tnn import BorderRankAtMost, R, Tensor, Verdict, verify

INSTANCE = Tensor.from_nested([[0, 1], [1, 0]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(BorderRankAtMost(instance, 1, R))
