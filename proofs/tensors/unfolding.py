"""The unfoldings of a decomposition: T_(0) = A (B ⊙ C)ᵀ, T_(1) = B (A ⊙ C)ᵀ, T_(2) = C (A ⊙ B)ᵀ.

**Instance.** A of shape 2×2, B of shape 3×2, C of shape 4×2, and T = Σ_r a_r ⊗ b_r ⊗ c_r of shape 2×3×4, unfolded at
mode 0 (in `INSTANCES`: at each mode). The entries are powers of ten: 10^x with x = 0, …, 3 in A, 10^(4y) with y = 0,
…, 5 in B, 10^(24z) with z = 0, …, 7 in C.

**Proof.** T_ijk = Σ_r a_ir (b_jr c_kr), and b_jr c_kr is the entry of B ⊙ C in row (j, k): the columns of the
unfolding run row-major through the other modes, and so do the rows of the Khatri–Rao product. *One instance is
enough.* In indeterminate entries, each entry of either side is a sum of monomials a·b·c with coefficient 1, at most R
= 2 of them, so the difference of both sides has coefficients between −2 and 2. At the instance the monomial of the
x-th, y-th and z-th entries has the value 10^(x + 4y + 24z); these exponents are all different, and a sum Σ c_m 10^m
with |c_m| ≤ 4 vanishes only if all c_m do (Kronecker's substitution). Equality of the numbers is equality of the
polynomials.

**Established here.** The certificate shows the unfolding as the sum of the products of the columns of A and of B ⊙ C,
so for these shapes the identity holds with all entries indeterminate. In particular rank T_(0) ≤ R.

**Taken on trust.** Nothing.

**Not claimed.** Other shapes; the first sentence of the proof covers them.

**See also** `tensors/unfolding_order`: with C ⊙ B instead of B ⊙ C the identity belongs to another order of the
columns.
"""

from algebra_tnn import CP, Certificate, Tensor, TensorRankAtMost, Verdict, verify

T = CP.from_factors(
    [[1, 10], [10**2, 10**3]],
    [[10 ** (4 * (2 * j + r)) for r in range(2)] for j in range(3)],
    [[10 ** (24 * (2 * k + r)) for r in range(2)] for k in range(4)],
)
INSTANCE = 0
INSTANCES = [0, 1, 2]


def proof(instance: int = INSTANCE) -> Verdict:
    others = [mode for mode in range(T.order) if mode != instance]
    unfolding = Tensor.from_nested(T.tensor().matricized([instance]))

    def columns(claim: TensorRankAtMost) -> Certificate:
        factors = [T.factors[instance], T.khatri_rao(others)]
        return Certificate(claim, "decomposition", {"factors": factors, "root": None}, remark="column by column")

    return verify(TensorRankAtMost(unfolding, T.length), by=columns)
