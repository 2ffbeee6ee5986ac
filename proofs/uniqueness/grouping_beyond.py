"""Grouping reaches further than the N-way inequality.

**Instance.** R = 4 in 2×2×2×2×2×2, with four different points of the projective line in each mode. The k-ranks 2, …,
2 sum to 12 < 13 = 2R + N − 1. But the Khatri–Rao product of modes 1, 2 and that of modes 3, 4, 5 have independent
columns, so that the grouped k-ranks are 2, 4, 4.

**Established here.** Unique over Q and every extension, by Kruskal's inequality 2 + 4 + 4 = 10 ≥ 2R + 2 for three
groups. The k-ranks of the groups are computed, not estimated from those of the modes: (1,2) has 4 where the estimate
gives 3.

**Taken on trust.** Nothing: two of the k-ranks are R, and this case is Jennrich's theorem.

**Not claimed.** That the k-ranks of the modes alone imply it: with the same k-ranks it may fail
(`uniqueness/derksen`).

**See also** `uniqueness/grouping_short`.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, provers, verify

INSTANCE = CP.from_factors(*[[[1, 1, 1, 1], [0, 1, -1, n]] for n in range(2, 8)])


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance), by=provers.kruskal)
