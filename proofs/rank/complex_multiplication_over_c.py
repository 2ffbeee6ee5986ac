"""Δ < 0: complex rank 2. Over C the complex numbers split.

**Instance.** The tensor of (a0 + a1 i)(b0 + b1 i), with Δ = −4, over C.

**Proof.** C ⊗ C = C × C: the two terms are conjugate, with entries in Q(√−4), and the certificate computes modulo t²
+ 4 without choosing a root.

**Established here.** The rank over C is 2. With `rank/complex_multiplication_over_r` the rank of one tensor with
rational entries depends on the field.

**Taken on trust.** Nothing.

**Not claimed.** That the terms can be chosen with rational entries: over Q, as over R, the rank is 3.

**See also** `rank/degenerate_pencil`, `rank/two_elements`.
"""

from algebra_tnn import C, Tensor, TensorRankBetween, Verdict, verify

INSTANCE = Tensor.from_nested([[[1, 0], [0, -1]], [[0, 1], [1, 0]]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(instance, 2, 2, C))
