"""Unique over Q.

**Instance.** R = 7 in 3×4×7 with C the identity; A and B have entries 0, ±1. They were found by a random search over
such matrices with the unit vectors and (1, …, 1) prescribed, for which the two verdicts here and in
`uniqueness/not_unique_over_c` come out.

**Proof.** The span of the seven a_r b_rᵀ is a 6-plane in P¹¹, and the rank-one matrices, P² × P³, have dimension 5
and degree 10: the plane meets them in three more points. Modulo 3 the seven are the only points with coordinates in
GF(3), and the plane is transversal there. A further rational point, scaled to coprime integers, would reduce to one
of the seven modulo 3, and its 3-adic direction from there would be a tangent that transversality excludes. Hence the
other three have no rational coordinates.

**Established here.** Unique over Q. The certificate is a prime, 3; all (3⁷ − 1)/2 points modulo 3 are tried.

**Taken on trust.** Nothing.

**Not claimed.** Uniqueness over R or C: it fails (`uniqueness/not_unique_over_c`).
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, provers, verify

INSTANCE = CP.from_factors(
    [[1, 0, 0, 1, 1, 0, 1], [0, 1, 0, 1, -1, 1, 0], [0, 0, 1, 1, 0, -1, -1]],
    [[1, 0, 0, 0, 1, 1, 1], [0, 1, 0, 0, 1, 0, 1], [0, 0, 1, 0, 1, 0, -1], [0, 0, 0, 1, 1, -1, 1]],
    [[int(i == j) for j in range(7)] for i in range(7)],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance), by=provers.points_modulo_prime)
