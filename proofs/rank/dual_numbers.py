"""Δ = 0 with flattening ranks 2: rank 3 over every field. Multiplication in K[x]/(x²).

**Instance.** The tensor of (a0 + a1 x)(b0 + b1 x) modulo x², with slices [[1, 0], [0, 0]] and [[0, 1], [1, 0]]: the W
tensor with the vectors of its first mode exchanged. The pencil of slices has determinant −t², so Δ = 0.

**Proof.** Two terms with flattening ranks 2 have Δ = (det A det B det C)² ≠ 0; field extensions change neither.

**Established here.** The rank over C is 3, and so it is over every extension; the same certificate works over Q and
R.

**Taken on trust.** Nothing.

**Not claimed.** The border rank, which is 2 (`rank/w_border_rank`).

**See also** `rank/degenerate_pencil`, `rank/two_elements`.
"""

from algebra_tnn import C, Field, Q, R, Tensor, TensorRankBetween, Verdict, verify

TENSOR = Tensor.from_nested([[[1, 0], [0, 0]], [[0, 1], [1, 0]]])
INSTANCE = C
INSTANCES = [Q, R, C, Field.named("GF(2)"), Field.named("GF(5)")]


def proof(instance: Field = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(TENSOR, 3, 3, instance))
