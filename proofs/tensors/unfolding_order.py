"""The other order of the Khatri–Rao product belongs to another order of the columns.

**Limits** `tensors/unfolding`, `tensors/slices`.

**Instance.** The decomposition of `tensors/unfolding`. Its unfolding T_(0), with columns (j, k) in row-major order as
everywhere here, minus A (C ⊙ B)ᵀ.

**Proof.** Kolda and Bader write T_(0) = A (C ⊙ B)ᵀ, for columns of the unfolding in which the *first* of the other
indices varies fastest. Both conventions are consistent; what is wrong is to take the columns from one and the
Khatri–Rao product from the other. The two products differ by a permutation of their rows, which fixes a row only if
b_jr c_kr meets itself.

**Established here.** The difference is not zero: the claim that its rank is 0 is refuted by a nonzero entry.

**Taken on trust.** Nothing.

**Not claimed.** That one of the conventions is better.
"""

from algebra_tnn import CP, Tensor, TensorRankAtMost, Verdict, khatri_rao, verify

T = CP.from_factors(
    [[1, 10], [10**2, 10**3]],
    [[10 ** (4 * (2 * j + r)) for r in range(2)] for j in range(3)],
    [[10 ** (24 * (2 * k + r)) for r in range(2)] for k in range(4)],
)
A, B, C = T.factors
WRONG = CP.from_factors(A, khatri_rao([C, B])).tensor()
RIGHT = Tensor.from_nested(T.tensor().matricized([0]))
INSTANCE = Tensor(WRONG.shape, tuple(x - y for x, y in zip(RIGHT.entries, WRONG.entries, strict=True)))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 0))
