"""The N-way inequality missed by one, and no grouping helps.

**Limits** `uniqueness/grouping`, `uniqueness/grouping_beyond`.

**Instance.** R = 4 in 3×3×2×2: Σ C(7, t) v_3(t) ⊗ v_3(t) ⊗ v_2(t) ⊗ v_2(t) over t = 0, 2, 4, 6. The k-ranks 3, 3, 2,
2 sum to 10 = 2R + N − 2.

**Proof.** The seventh difference of polynomials of degree at most 6 vanishes, so the terms at t = 1, 3, 5, 7 have the
same sum (`uniqueness/derksen`). If a grouping satisfied Kruskal's inequality the decomposition would be unique.

**Established here.** Not essentially unique over Q and every extension: 2R + N − 1 cannot be replaced by 2R + N − 2.

**Taken on trust.** Nothing.

**Not claimed.** That the inequality is necessary; see `uniqueness/grouping_beyond`.
"""

from algebra_tnn import CP, NotEssentiallyUnique, Verdict, verify
from algebra_tnn.provers.non_uniqueness import certificate_of, terms_of


def factors(points: range, binomials: tuple[int, ...]) -> list[list[list[int]]]:
    V = [[t**i for t in points] for i in range(3)]
    return [[[c * x for c, x in zip(binomials, row, strict=True)] for row in V], V, V[:2], V[:2]]


INSTANCE = CP.from_factors(*factors(range(0, 8, 2), (1, 21, 35, 7)))
SECOND = factors(range(1, 8, 2), (7, 35, 21, 1))


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(
        NotEssentiallyUnique(instance),
        by=lambda claim: certificate_of(claim, terms_of(SECOND), "the odd terms of the seventh difference"),
    )
