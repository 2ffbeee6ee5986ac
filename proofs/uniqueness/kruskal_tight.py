"""Kruskal's theorem on its boundary.

**Instance.** R = 5 in 4×4×4, with columns (1, t, t², t³) at five points in each mode: the k-ranks 4, 4, 4 sum to 12 =
2R + 2, with equality.

**Established here.** Unique over Q and every extension. None of the rules that trust nothing applies (they want a
factor of full column rank 5); besides Kruskal's theorem only that of Lovitz and Petrov does, which contains it.

**Taken on trust.** Kruskal1977.

**Not claimed.** Uniqueness of the points on the curves: only the five terms are determined.

**See also** `uniqueness/kruskal_short`: one less is too little. `rank/kruskal_rank`: the rank of this tensor.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, provers, verify

INSTANCE = CP.from_factors(
    [[t**i for t in range(5)] for i in range(4)],
    [[t**i for t in range(1, 6)] for i in range(4)],
    [[t**i for t in (0, 1, -1, 2, -2)] for i in range(4)],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance), by=provers.kruskal)
