"""The slices of a decomposition: T_{:,:,k} = A diag(c_k0, c_k1, …) Bᵀ.

**Instance.** The decomposition of `tensors/unfolding`, with A of shape 2×2, B of shape 3×2, C of shape 4×2, and
entries that are powers of ten; its slice k = 0 (in `INSTANCES`: each slice).

**Proof.** T_ijk = Σ_r a_ir c_kr b_jr. One instance is enough, by the same substitution: the monomials a·b·c have the
values 10^(x + 4y + 24z) with different exponents, and the coefficients of the difference of both sides are at most 2
in size.

**Established here.** The certificate shows the slice as the sum of the products of the columns of A diag(C_k) and of
B, so for these shapes the identity holds with all entries indeterminate: all slices are diagonal in the same pair of
bases, which is what Jennrich's algorithm exploits (`uniqueness/jennrich`).

**Taken on trust.** Nothing.

**Not claimed.** The converse, that slices of rank at most R which are diagonal in common bases give a decomposition.

**See also** `tensors/unfolding_order`.
"""

from algebra_tnn import CP, Certificate, Tensor, TensorRankAtMost, Verdict, verify

T = CP.from_factors(
    [[1, 10], [10**2, 10**3]],
    [[10 ** (4 * (2 * j + r)) for r in range(2)] for j in range(3)],
    [[10 ** (24 * (2 * k + r)) for r in range(2)] for k in range(4)],
)
INSTANCE = 0
INSTANCES = [0, 1, 2, 3]


def proof(instance: int = INSTANCE) -> Verdict:
    A, B, C = T.factors
    tensor = T.tensor()
    piece = Tensor.from_nested([[tensor[i, j, instance] for j in range(3)] for i in range(2)])

    def columns(claim: TensorRankAtMost) -> Certificate:
        scaled = [[x * c for x, c in zip(row, C[instance], strict=True)] for row in A]
        return Certificate(claim, "decomposition", {"factors": [scaled, B], "root": None}, remark="column by column")

    return verify(TensorRankAtMost(piece, T.length), by=columns)
