"""A third mode makes the decomposition unique.

**Limits** `uniqueness/matrix_two_terms`.

**Instance.** The factors of `uniqueness/matrix_two_terms` with a third one, C = [[1, 1], [0, 1]]: order three, R = 2.

**Proof.** The slices are A diag(C_k) Bᵀ. A change of basis Q that keeps the first of them would have to keep the
second, and only a monomial Q commutes with two diagonal matrices whose quotient has different entries.

**Established here.** "Not essentially unique" is refuted by Jennrich's theorem; so order two is needed.

**Taken on trust.** Nothing.

**Not claimed.** That any third mode helps: with proportional columns it does not (`uniqueness/jennrich_parallel`).
"""

from algebra_tnn import CP, NotEssentiallyUnique, Verdict, verify

INSTANCE = CP.from_factors([[1, 0], [0, 1]], [[1, 0], [0, 1], [1, 2]], [[1, 1], [0, 1]])


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(NotEssentiallyUnique(instance))
