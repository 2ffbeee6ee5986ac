"""Five terms in 3×3×3 have border rank five, which flattenings cannot see.

**Instance.** Five terms with small integer vectors, in 3×3×3; the flattenings at single modes have rank 3.

**Proof.** For a term a⊗b⊗c the map v ↦ v ∧ T from Λ¹ ⊗ B* to Λ² ⊗ C is v ↦ v ∧ a times a matrix of rank one, of rank
2. It is linear in T and its minors vanish in limits, too; so border rank r leaves it a rank of at most 2r. Here the
9×9 matrix is invertible, that is 9 > 2 · 4.

**Established here.** Border rank 5, over Q and every extension: a minor of size 9 below, the five terms above.

**Taken on trust.** Nothing.

**Not claimed.** That Koszul flattenings reach the border rank of every tensor: in n×n×n they stay below 2n.

**See also** `rank/koszul_undivided`: the rank itself is no bound.
"""

from algebra_tnn import CP, BorderRankAtMost, BorderRankBetween, Verdict, provers, verify

INSTANCE = CP.from_factors(
    [[1, 1, 0, 1, 2], [1, 1, 1, 1, 1], [2, 0, 2, 0, 1]],
    [[0, 0, 2, 1, 2], [2, 2, 0, 1, 0], [2, 0, 2, 1, 1]],
    [[2, 0, 1, 1, 1], [2, 2, 0, 2, 1], [1, 2, 1, 0, 2]],
)
CURVE = provers.approximating_curve([[[[x] for x in row] for row in factor] for factor in INSTANCE.factors], order=0)


def proof(instance: CP = INSTANCE) -> Verdict:
    def sides(side: object) -> tuple[provers.Prover, ...]:
        return (CURVE,) if isinstance(side, BorderRankAtMost) else (provers.koszul_flattening,)

    return verify(BorderRankBetween(instance, 5, 5), by=provers.both_bounds(sides))
