"""Δ > 0: real rank 2, with irrational terms.

**Instance.** Multiplication in Q[x]/(x² − 2), with Δ = 8, over R.

**Proof.** The two real roots of the pencil's determinant 2s² − t² give two rank-one combinations of the slices. The
certificate carries the entries in Q[t]/(t² − 8) and an interval with a sign change, so that t is a real root.

**Established here.** The rank over R is 2. Neither "real rank" nor "rank" of a rational tensor can be read off from
decompositions with rational entries.

**Taken on trust.** Nothing.

**Not claimed.** Anything over Q: `rank/square_root_over_q`.

**See also** `rank/degenerate_pencil`, `rank/two_elements`.
"""

from algebra_tnn import R, Tensor, TensorRankBetween, Verdict, verify

INSTANCE = Tensor.from_nested([[[1, 0], [0, 2]], [[0, 1], [1, 0]]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(instance, 2, 2, R))
