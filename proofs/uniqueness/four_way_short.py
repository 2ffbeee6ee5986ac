"""The inequality for four modes missed by one, with all k-ranks at least 2.

**Limits** `uniqueness/kruskal_four_way`, `uniqueness/kruskal_five_qubits`.

**Instance.** R = 3 in 2×2×2×2: Σ C(5, t) v(t) ⊗ v(t) ⊗ v(t) ⊗ v(t) over t = 0, 2, 4 with v(t) = (1, t). The k-ranks
2, 2, 2, 2 sum to 8 = 2R + N − 2.

**Proof.** The entries of v(t)^{⊗4} are polynomials in t of degree at most 4, so their fifth difference vanishes: Σ_t
(−1)^t C(5, t) v(t)^{⊗4} = 0 over t = 0, …, 5. Even and odd t are two decompositions of one tensor. See
`uniqueness/derksen`.

**Established here.** Not essentially unique over Q and every extension: the terms at t = 1, 3, 5 are others.

**Taken on trust.** Nothing.

**Not claimed.** That every sum of three terms in 2×2×2×2 is like this, though the general one is (the third secant
variety is defective, of dimension 14 instead of 15).
"""

from algebra_tnn import CP, NotEssentiallyUnique, Verdict, verify
from algebra_tnn.provers.non_uniqueness import certificate_of, terms_of

V = [[1, 1, 1], [0, 2, 4]]
INSTANCE = CP.from_factors([[1, 10, 5], [0, 20, 20]], V, V, V)  # C(5, 0), C(5, 2), C(5, 4) in the first factor
ODD = [[1, 1, 1], [1, 3, 5]]
SECOND = [[[5, 10, 1], [5, 30, 5]], ODD, ODD, ODD]


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(
        NotEssentiallyUnique(instance),
        by=lambda claim: certificate_of(claim, terms_of(SECOND), "the odd terms of the fifth difference"),
    )
