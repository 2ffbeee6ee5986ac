"""Two proportional columns in the third factor destroy uniqueness.

**Limits** `uniqueness/jennrich`, `uniqueness/jennrich_pencil`.

**Instance.** R = 3 in 3×4×2 with A, B of rank 3 and c_1 = 2 c_0, while c_2 is different.

**Proof.** The two terms are (a_0 ⊗ b_0 + 2 a_1 ⊗ b_1) ⊗ c_0, a matrix of rank 2 times a vector, and matrices of rank
2 have a family of decompositions under GL(2) (`uniqueness/matrix_two_terms`). The eigenvalue of the pencil is double.

**Established here.** "Essentially unique" is refuted over Q and every extension, by a member of that family.

**Taken on trust.** Nothing.

**Not claimed.** That the third term is not determined: it is.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, verify

INSTANCE = CP.from_factors(
    [[t**i for t in (0, 1, 2)] for i in range(3)],
    [[t**j for t in (0, 1, -1)] for j in range(4)],
    [[1, 2, 1], [1, 2, 3]],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance))
