"""Kruskal's inequality missed by one: k-ranks 2, 2, 1 and two terms.

**Limits** `uniqueness/kruskal`, `uniqueness/kruskal_tight`, `rank/kruskal_rank`.

**Instance.** R = 2, (a_0 ⊗ b_0 + a_1 ⊗ b_1) ⊗ c: the k-ranks 2, 2, 1 sum to 5 = 2R + 1.

**Proof.** A matrix of rank 2 times a vector; see `uniqueness/matrix_two_terms`.

**Established here.** "Essentially unique" is refuted over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That the rank is not 2: it is. For k-ranks all at least 2, see `uniqueness/derksen`.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, verify

INSTANCE = CP.from_factors([[1, 0], [0, 1]], [[1, 0], [0, 1], [1, 1]], [[1, 1], [2, 2]])


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance))
