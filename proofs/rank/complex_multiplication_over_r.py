"""Δ < 0: real rank 3. Multiplying complex numbers takes three real multiplications.

**Instance.** The tensor of (a0 + a1 i)(b0 + b1 i), with slices [[1, 0], [0, −1]] and [[0, 1], [1, 0]]. The pencil of
slices has determinant −s² − t², so Δ = −4.

**Proof.** A sum of two terms with flattening ranks 2 has Δ = (det A det B det C)² > 0. And three terms suffice, as in
a0 b0, a1 b1, (a0 + a1)(b0 + b1), known to every programmer of complex arithmetic.

**Established here.** The rank over R is 3.

**Taken on trust.** Nothing.

**Not claimed.** Anything over C, where the rank drops: `rank/complex_multiplication_over_c`.

**See also** `rank/degenerate_pencil`, `rank/two_elements`.
"""

from algebra_tnn import R, Tensor, TensorRankBetween, Verdict, verify

INSTANCE = Tensor.from_nested([[[1, 0], [0, -1]], [[0, 1], [1, 0]]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(instance, 3, 3, R))
