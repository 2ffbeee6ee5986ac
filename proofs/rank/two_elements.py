"""In characteristic 2 the hyperdeterminant does not decide: Δ = 1 is a square, the rank is 3.

**Limits** `rank/split_multiplication`, `rank/complex_multiplication_over_r`, `rank/complex_multiplication_over_c`,
`rank/dual_numbers`, `rank/square_root_over_q`, `rank/square_root_over_r`.

**Instance.** Multiplication in GF(4) = GF(2)[x]/(x² + x + 1) over GF(2), with slices [[1, 0], [0, 1]] and [[0, 1],
[1, 1]]. The pencil has determinant s² + st − t², so Δ = 5, which is 1 in GF(2).

**Proof.** In characteristic 2, Δ = B² − 4AC = B² is always a square, but the roots of A s² + B st + C t² are governed
by the Artin–Schreier class of AC/B². Here the pencil has no root over GF(2), and 27 rank-one tensors are soon tried.

**Established here.** "The rank over GF(2) is at most 2" is refuted by exhaustion. All flattening ranks are 2.

**Taken on trust.** Nothing.

**Not claimed.** Anything over GF(4), over which the algebra splits and the rank is 2.
"""

from algebra_tnn import Field, Tensor, TensorRankAtMost, Verdict, verify

INSTANCE = Tensor.from_nested([[[1, 0], [0, 1]], [[0, 1], [1, 1]]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 2, Field.named("GF(2)")))
