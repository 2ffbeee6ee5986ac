"""Without full column rank of C the minors say nothing.

**Limits** `uniqueness/ideal`, `uniqueness/ideal_curve`.

**Instance.** R = 2 in 2×2×2: A and B are the identity, so that A diag(d) Bᵀ = diag(d_0, d_1) with the minor d_0 d_1:
it vanishes on the axes only. But c_0 = c_1.

**Established here.** "Essentially unique" is refuted over Q and every extension: (a_0 ⊗ b_0 + a_1 ⊗ b_1) ⊗ c is a
matrix of rank 2 times a vector. So the criterion needs the rank of C.

**Taken on trust.** Nothing.

**Not claimed.** That full column rank is necessary for uniqueness.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, verify

INSTANCE = CP.from_factors([[1, 0], [0, 1]], [[1, 0], [0, 1]], [[1, 1], [3, 3]])


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance))
