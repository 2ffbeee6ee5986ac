"""A smooth point and independent tangent spaces do not make a decomposition unique where general ones are not.

**Limits** `uniqueness/smooth_point`.

**Instance.** Five terms in 3×3×5, with a permutation matrix as third factor. The 5 · 9 tangent vectors are independent,
so the closure of all sums of five terms is the whole space, and all its points are smooth.

**Proof.** The five matrices a_r b_rᵀ span a space with a sixth matrix of rank one; see `uniqueness/six_decompositions`.

**Established here.** Not essentially unique, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That there are six decompositions in all.
"""

from algebra_tnn import CP, NotEssentiallyUnique, Verdict, provers, verify

INSTANCE = CP.from_factors(
    [[t**i for t in (0, 1, 2, 3, 4)] for i in range(3)],
    [[t**i for t in (1, 0, 2, -1, 5)] for i in range(3)],
    [[int(i + j == 4) for j in range(5)] for i in range(5)],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(NotEssentiallyUnique(instance), by=provers.rank_one_point)
