"""One factor of full column rank, with as many quadrics as products: R = 9 in 4×4×9.

**Instance.** A and B have the columns (1, t, t², t³) at the same nine t, in two orders; C is the identity. There are
C(4,2)² = 36 minors and R(R−1)/2 = 36 products d_i d_j, so R(R−1) ≤ I(I−1)J(J−1)/2 holds with equality; R = 9 =
(I−1)(J−1) is also the last for which the general decomposition is unique.

**Established here.** Unique over Q and every extension: the 36×36 matrix is invertible. Kruskal's inequality is far
away, 4 + 4 + 9 = 17 < 20.

**Taken on trust.** Nothing.

**Not claimed.** That equality always suffices: invertibility was computed for this instance.

**See also** `uniqueness/six_decompositions`, `uniqueness/compound_deficient`.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, provers, verify

INSTANCE = CP.from_factors(
    [[t**i for t in (0, 1, -1, 2, -2, 3, -3, 4, -4)] for i in range(4)],
    [[t**i for t in (2, -3, -2, 3, 4, -1, -4, 1, 0)] for i in range(4)],
    [[int(i == j) for j in range(9)] for i in range(9)],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance), by=provers.compound)
