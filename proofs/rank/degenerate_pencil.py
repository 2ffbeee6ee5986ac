"""Δ = 0 alone does not mean rank 3: a flattening of rank one.

**Limits** `rank/dual_numbers`, `rank/split_multiplication`, `rank/complex_multiplication_over_r`,
`rank/complex_multiplication_over_c`, `rank/square_root_over_q`, `rank/square_root_over_r`.

**Instance.** e0 ⊗ (e0⊗e0 + e1⊗e1), with slices the identity and zero: Δ = 0, and the flattening ranks are (1, 2, 2).

**Established here.** "The rank is 3" is refuted over Q: two terms are visible. The hypothesis that all three
flattening ranks are 2 cannot be dropped.

**Taken on trust.** Nothing.

**Not claimed.** Anything about Δ ≠ 0, which forces all flattening ranks to be 2.
"""

from algebra_tnn import Tensor, TensorRankBetween, Verdict, verify

INSTANCE = Tensor.from_nested([[[1, 0], [0, 1]], [[0, 0], [0, 0]]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(instance, 3, 3))
