"""Δ a nonzero square: rank 2. Multiplication in K[x]/(x² − 1).

**Instance.** The tensor of (a0 + a1 x)(b0 + b1 x) modulo x² − 1, with slices [[1, 0], [0, 1]] and [[0, 1], [1, 0]].
The pencil of slices has determinant s² − t², so Δ = 4.

**Proof.** The algebra is K × K: in the idempotents (1 ± x)/2 the product is computed with two multiplications.

**Established here.** The rank over Q, and over every extension of Q, is 2 (in `INSTANCES` also over R and C by name).

**Taken on trust.** Nothing.

**Not claimed.** Characteristic 2, where x² − 1 = (x − 1)² and the rank is 3.

**See also** `rank/degenerate_pencil` and `rank/two_elements`: the hypotheses of the trichotomy.
"""

from algebra_tnn import C, Field, Q, R, Tensor, TensorRankBetween, Verdict, verify

TENSOR = Tensor.from_nested([[[1, 0], [0, 1]], [[0, 1], [1, 0]]])
INSTANCE = Q
INSTANCES = [Q, R, C, Field.named("GF(7)")]


def proof(instance: Field = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(TENSOR, 2, 2, instance))
