"""One factor of rank R − 1 instead of R destroys uniqueness, even without proportional columns anywhere.

**Limits** `uniqueness/jennrich`, `uniqueness/jennrich_pencil`.

**Instance.** R = 3 in 2×4×2: B has rank 3, A and C are 2×3 with no two columns proportional. The k-ranks 2, 3, 2 sum
to 7 = 2R + 1.

**Proof.** Since B has rank 3, decompositions of length 3 belong to bases of the span U of the a_r c_rᵀ that consist
of rank-one matrices. U is a plane in the projective space of 2×2 matrices and meets the quadric det = 0 in a conic,
not in three points: any three points of the conic in general position make a decomposition.

**Established here.** "Essentially unique" is refuted over Q and every extension: a fourth rational point of the
conic.

**Taken on trust.** Nothing.

**Not claimed.** That a deficient factor always destroys uniqueness: Kruskal's theorem is about such cases.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, verify

INSTANCE = CP.from_factors(
    [[1, 0, 1], [0, 1, 1]],
    [[t**j for t in (0, 1, -1)] for j in range(4)],
    [[1, 1, 1], [0, 1, 2]],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance))
