"""Tubal rank one, rank two.

**Limits** `rank/fourier_slices`.

**Instance.** The 2×2×2 tensor with the Fourier slices T_0 + T_1 = E₁₁ and T_0 − T_1 = E₂₂, that is 2 T_0 = I and
2 T_1 = diag(1, −1).

**Proof.** Both Fourier slices have rank one, so the tubal rank is one. The slice T_0 is invertible, so the rank is two.

**Established here.** That the rank is at most 1, the tubal rank, is refuted over Q and every extension. The statement
is an inequality; read as an equality it goes too far.

**Taken on trust.** Nothing.

**Not claimed.** Nothing about other tensors.
"""

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify

INSTANCE = Tensor.from_nested([[["1/2", "1/2"], [0, 0]], [[0, 0], ["1/2", "-1/2"]]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 1))
