"""A matrix of rank one has one decomposition into one term.

**Limits** `uniqueness/matrix_two_terms`.

**Instance.** (1, 2) ⊗ (3, 0, 1), of order two with R = 1.

**Proof.** Terms are tensors: scaling a against b changes the factors and not the term, and a sum of one term is that
term.

**Established here.** "Not essentially unique" is refuted; so R ≥ 2 is needed.

**Taken on trust.** Nothing.

**Not claimed.** That the vectors are determined: they are up to a scalar.
"""

from algebra_tnn import CP, NotEssentiallyUnique, Verdict, verify

INSTANCE = CP.from_factors([[1], [2]], [[3], [0], [1]])


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(NotEssentiallyUnique(instance))
