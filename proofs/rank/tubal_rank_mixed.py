"""Tubal rank changes under an invertible change of the third mode; rank does not.

**Limits** `rank/fourier_slices`, `rank/tubal_product`.

**Instance.** The 2×2×2 tensor with the Fourier slices I and E₁₁: those of `rank/tubal_rank_below`, E₁₁ and E₂₂, mixed
by the invertible matrix [[1, 1], [1, 0]].

**Proof.** The Fourier transform is a change of basis of the third mode, so mixing Fourier slices is a change of basis
of the third mode, too. The tubal rank is the largest rank of one of the Fourier slices, and I has rank two.

**Established here.** That the Fourier slice T_0 + T_1 has rank at most 1, the tubal rank before, is refuted over Q and
every extension: the tubal rank is a property of T and of the basis of its third mode.

**Taken on trust.** Nothing.

**Not claimed.** Which basis gives the least tubal rank.
"""

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify
from algebra_tnn.tensors.values import fourier_slices

INSTANCE = Tensor.from_nested([[[1, 0], [0, 0]], [[0, 0], ["1/2", "1/2"]]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(Tensor.from_nested(fourier_slices(instance)[0]), 1))
