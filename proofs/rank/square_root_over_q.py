"""Δ > 0 but no square of a rational number: rank 3 over Q.

**Instance.** Multiplication in Q(√2) = Q[x]/(x² − 2), with slices [[1, 0], [0, 2]] and [[0, 1], [1, 0]] and Δ = 8.

**Proof.** Over Q two terms with flattening ranks 2 have rational determinants, so Δ is the square of a rational
number.

**Established here.** The rank over Q is 3 (in `INSTANCES` also over GF(3) and GF(5), where 8 is no square either).

**Taken on trust.** Nothing.

**Not claimed.** Anything over R: `rank/square_root_over_r`.

**See also** `rank/degenerate_pencil`, `rank/two_elements`.
"""

from algebra_tnn import Field, Q, Tensor, TensorRankBetween, Verdict, verify

TENSOR = Tensor.from_nested([[[1, 0], [0, 2]], [[0, 1], [1, 0]]])
INSTANCE = Q
INSTANCES = [Q, Field.named("GF(3)"), Field.named("GF(5)")]


def proof(instance: Field = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(TENSOR, 3, 3, instance))
