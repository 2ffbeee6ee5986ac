"""Proportional columns of W_2 do no harm if the degree is at least three.

**Limits** `identifiability/proportional_rows`, `identifiability/zero_column`.

**Instance.** Widths (3,2,1) with t³, u³ + v³ with independent linear forms u and v, as the decomposition with the
factors W_2 = (1, 1), W_1ᵀ, W_1ᵀ, W_1ᵀ.

**Proof.** k(W_2) = 1, since any two columns of a matrix with one row are proportional. Three factors of rank 2 are
left.

**Established here.** The decomposition is essentially unique over Q and every extension, so the weights are
determined up to permutation and rescaling. Only that a row is zero or two are proportional, or a column is zero,
fails.

**Taken on trust.** Nothing.

**Not claimed.** The same for t², where it is false: `identifiability/features_independent`.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, verify

W1_TRANSPOSED = [[1, 0], [0, 1], [2, 1]]
INSTANCE = CP.from_factors([[1, 1]], *[W1_TRANSPOSED] * 3)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance))
