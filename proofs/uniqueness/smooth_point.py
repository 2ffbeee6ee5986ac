"""Seven terms in 5×5×5, beyond Kruskal's theorem: unique, since their sum is a smooth point.

**Instance.** The first two factors have columns (1, t, t², t³, t⁴) at seven points each, the third is a Hankel matrix
of small squares. All k-ranks are at most 5, and 5 + 5 + 5 < 2 · 7 + 2.

**Proof.** General sums of seven terms are so in one way (`identifiability/hessians` shows how). The 7 · 13 tangent
vectors of these terms are independent, and 34 forms, conormal vectors of the 50×50 Koszul flattening, which has rank
42 at T, vanish on all tangent vectors of the secant variety at T. Since 91 + 34 = 125, T is a smooth point. So the
decompositions of T are connected, by Zariski's main theorem, and the given one is isolated: it is the only one.

**Established here.** Essentially unique over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Anything about eight terms, where this flattening leaves four forms, and 21 are needed.

**See also** `uniqueness/smooth_point_filling`: general sums must be so in one way.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, provers, verify

INSTANCE = CP.from_factors(
    [[t**i for t in range(7)] for i in range(5)],
    [[t**i for t in (0, 1, -1, 2, -2, 3, -3)] for i in range(5)],
    [[(i + j) ** 2 % 7 for j in range(7)] for i in range(5)],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance), by=provers.smooth_point)
