"""Kruskal's inequality is sharp: all k-ranks that sum to 2R + 1 occur in decompositions that are not unique.

**Instance.** k-ranks (3, 3, 3) and R = 4 (in `INSTANCES` also others, and more modes). With v_k(t) = (1, t, …,
t^(k−1)) and n = 2R − 1, the decomposition Σ C(n, t) v_3(t) ⊗ v_3(t) ⊗ v_3(t) over t = 0, 2, 4, 6.

**Proof.** Let N modes have k-ranks k_j ≤ R with Σ k_j = 2R + N − 2. The entries of ⊗_j v_(k_j)(t) are polynomials in
t of degree at most Σ (k_j − 1) = 2R − 2 < n, so their n-th difference vanishes:

    Σ_{t even} C(n, t) ⊗_j v_(k_j)(t) = Σ_{t odd} C(n, t) ⊗_j v_(k_j)(t),    t = 0, …, n.

Both sides have R terms. Any k_j of the vectors v_(k_j)(t) are independent (Vandermonde), so the k-ranks are as
prescribed; since R ≥ 2 some k_j is at least 2, and the vectors of that mode tell all the terms apart. Geometrically:
2R points on a rational normal curve of degree 2R − 2 are dependent. That the inequality is sharp is a theorem of
Derksen; this argument proves it again over every field of characteristic 0.

**Established here.** Two decompositions of length 4 in 3×3×3 without a common term; so not essentially unique over Q
and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That a sum of k-ranks of 2R + 1 excludes uniqueness.

**See also** `uniqueness/one_short_unique`: it does not.
"""

from math import comb

from algebra_tnn import CP, NotEssentiallyUnique, Verdict, verify
from algebra_tnn.provers.non_uniqueness import certificate_of, terms_of

INSTANCE = (3, 3, 3)
INSTANCES = [(3, 3, 3), (2, 2, 1), (4, 3, 2), (4, 4, 3), (5, 5, 5), (3, 3, 2, 2), (2, 2, 2, 2, 2, 2)]


def half(k_ranks: tuple[int, ...], parity: int) -> list[list[list[int]]]:
    """The factors of one side, the binomial coefficients in the first."""
    n = sum(k_ranks) - len(k_ranks) + 1
    points = range(parity, n + 1, 2)
    first, *others = ([[t**i for t in points] for i in range(k)] for k in k_ranks)
    return [[[comb(n, t) * x for t, x in zip(points, row, strict=True)] for row in first], *others]


def proof(instance: tuple[int, ...] = INSTANCE) -> Verdict:
    second = terms_of(half(instance, 1))
    return verify(
        NotEssentiallyUnique(CP.from_factors(*half(instance, 0))),
        by=lambda claim: certificate_of(claim, second, "the odd terms of a vanishing difference"),
    )
