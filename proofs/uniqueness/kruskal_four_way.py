"""Kruskal's theorem for four modes, with equality.

**Instance.** R = 4 in 2×3×3×3, columns (1, t, …) at different t in each mode: the k-ranks 2, 3, 3, 3 sum to 11 = 2R +
N − 1.

**Proof.** Khatri–Rao products raise k-ranks, k(A ⊙ B) ≥ min(k_A + k_B − 1, R), and grouping modes reduces N modes to
three: `uniqueness/grouping` carries this out for the same decomposition.

**Established here.** Unique over Q and every extension.

**Taken on trust.** SidiropoulosBro2000.

**Not claimed.** Anything for fewer modes: every three of the four factors have k-ranks that sum to at most 9 < 10.

**See also** `uniqueness/four_way_short`: one less is too little.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, provers, verify

INSTANCE = CP.from_factors(
    [[t**i for t in (0, 1, 2, 3)] for i in range(2)],
    [[t**i for t in (0, 1, 2, 3)] for i in range(3)],
    [[t**i for t in (0, 1, -1, 2)] for i in range(3)],
    [[t**i for t in (1, 2, 3, 4)] for i in range(3)],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance), by=provers.kruskal)
