"""One factor of full column rank: uniqueness where Kruskal's inequality fails.

**Instance.** R = 6 in 3×4×6: C is the identity, A and B have columns (1, t, …) at six points, with k-ranks 3 and 4.
The sum 3 + 4 + 6 = 13 is one less than 2R + 2.

**Proof.** A second decomposition would show in the span of the a_r b_rᵀ as another matrix of rank one, Σ d_r a_r b_rᵀ
with two or more nonzero d_r. Its 2×2 minors are the quadrics Σ_{i<j} d_i d_j (A_pi A_qj − A_pj A_qi)(B_si B_tj − B_sj
B_ti), and their coefficients are the rows of C₂(A) ⊙ C₂(B). If that matrix has full column rank, all d_i d_j vanish.

**Established here.** Unique over Q and every extension: the rank of C₂(A) ⊙ C₂(B), of size 18×15, is 15.

**Taken on trust.** Nothing; the criterion of JiangSidiropoulos2004 and DeLathauwer2006 is proved with the checker's
rule.

**Not claimed.** That the condition is necessary; see `uniqueness/ideal`.

**See also** `uniqueness/six_decompositions` and `uniqueness/compound_deficient`, which violate one hypothesis each.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, provers, verify

INSTANCE = CP.from_factors(
    [[t**i for t in range(6)] for i in range(3)],
    [[t**i for t in (0, 1, -1, 2, 3, -2)] for i in range(4)],
    [[int(i == j) for j in range(6)] for i in range(6)],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance), by=provers.compound)
