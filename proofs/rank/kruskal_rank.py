"""Kruskal's theorem also gives the rank: 5 in 4×4×4, where flattenings stop at 4.

**Instance.** The tensor of `uniqueness/kruskal_tight`: five terms in 4×4×4 with k-ranks 4, 4, 4.

**Proof.** A decomposition that is unique among those of its length R over an infinite field has minimal length: a
shorter one could be lengthened in infinitely many ways, by splitting a term t = λt + (1 − λ)t.

**Established here.** The rank over Q and every extension is at least 5, the number of terms. All flattenings have rank
4. (Koszul flattenings prove this bound, too, and trust nothing; here Kruskal's theorem does.)

**Taken on trust.** Kruskal1977, for the uniqueness.

**Not claimed.** The border rank.

**See also** `uniqueness/kruskal_short`.
"""

from algebra_tnn import CP, TensorRankAtLeast, Verdict, verify
from algebra_tnn.provers import uniqueness

INSTANCE = CP.from_factors(
    [[t**i for t in range(5)] for i in range(4)],
    [[t**i for t in range(1, 6)] for i in range(4)],
    [[t**i for t in (0, 1, -1, 2, -2)] for i in range(4)],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(TensorRankAtLeast(instance, 5), by=uniqueness)
