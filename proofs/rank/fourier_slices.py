"""The Fourier slices of a decomposition: rank T̂_k ≤ R, so the tubal rank is at most the rank.

**Instance.** A of shape 2×2, B of shape 3×2, C of shape 2×2, and T = Σ_r a_r ⊗ b_r ⊗ c_r of shape 2×3×2; its Fourier
slice T_0 + T_1 (in `INSTANCES`: also T_0 − T_1). The entries are powers of ten: 10^x with x = 0, …, 3 in A, 10^(4y)
with y = 0, …, 5 in B, 10^(24z) with z = 0, …, 3 in C.

**Proof.** The slices are T_j = A diag(c_j) Bᵀ (A3), so T̂_k = Σ_j ω^{jk} T_j = A diag(ĉ_k) Bᵀ with ĉ_k = Σ_j ω^{jk}
c_j, a matrix of rank at most R. *One instance is enough.* In indeterminate entries both sides have coefficients ±1 at
the monomials a·b·c, so their difference has coefficients between −2 and 2. The monomials have the values 10^(x + 4y +
24z) with different exponents, and Σ c_m 10^m with |c_m| ≤ 2 vanishes only if all c_m do.

**Established here.** The certificate shows the Fourier slice as the sum of the products of the columns of A and of
B diag(ĉ_k), so for these shapes the identity holds with all entries indeterminate; over Q, where ω = −1.

**Taken on trust.** Nothing.

**Not claimed.** Equality: `rank/tubal_rank_below`.

**See also** `rank/tubal_rank_below`, `rank/tubal_rank_mixed`.
"""

from algebra_tnn import CP, Certificate, Tensor, TensorRankAtMost, Verdict, verify
from algebra_tnn.tensors.values import fourier_slices

T = CP.from_factors(
    [[1, 10], [10**2, 10**3]],
    [[10 ** (4 * (2 * j + r)) for r in range(2)] for j in range(3)],
    [[10 ** (24 * (2 * k + r)) for r in range(2)] for k in range(2)],
)
INSTANCE = 0
INSTANCES = [0, 1]


def proof(instance: int = INSTANCE) -> Verdict:
    A, B, C = T.factors
    hats = [one + (-1) ** instance * two for one, two in zip(*C, strict=True)]

    def columns(claim: TensorRankAtMost) -> Certificate:
        scaled = [[x * hat for x, hat in zip(row, hats, strict=True)] for row in B]
        return Certificate(claim, "decomposition", {"factors": [A, scaled], "root": None}, remark="column by column")

    fourier_slice = Tensor.from_nested(fourier_slices(T.tensor())[instance])
    return verify(TensorRankAtMost(fourier_slice, T.length), by=columns)
