"""The exact decision beyond the compound matrices: the sixth point has fallen upon the first.

**Instance.** R = 5 in 3×3×5 with C the identity, a_0 = b_0 = e0, and a_r = (s_r, 1, t_r), b_r = (u_r, 1, t_r) for r =
1, …, 4: modulo a_0 and b_0 the four remaining pairs are the same vectors (1, t_r), with t = 0, 1, −1, 2.

**Proof.** Five general terms have a sixth rank-one matrix in their span (`uniqueness/six_decompositions`). Here the
four symmetric matrices (1, t_r)(1, t_r)ᵀ are dependent, so some Σ d_r a_r b_rᵀ lies in a_0 ⊗ K³ + K³ ⊗ b_0, the
tangent space at a_0 b_0ᵀ: the span touches the variety of rank-one matrices at a_0 b_0ᵀ, which counts twice, and
nothing is left for a sixth point. The quadrics no longer span all d_i d_j, but they contain all (d_i d_j)², as
combinations with polynomial coefficients.

**Established here.** Unique over Q and every extension: the cofactors are written down for all ten pairs and
multiplied out. Kruskal's sum is 11 < 12, and C₂(A) ⊙ C₂(B) has only nine rows for ten columns.

**Taken on trust.** Nothing.

**Not claimed.** That tangency always helps: with s and u in special position the contact is of higher order, and the
span contains a curve of rank-one matrices (`uniqueness/ideal_curve`).

**See also** `uniqueness/ideal_deficient`: without full column rank of C the criterion says nothing.
"""

from algebra_tnn import CP, EssentiallyUnique, Verdict, provers, verify

INSTANCE = CP.from_factors(
    [[1, 0, 0, 1, 1], [0, 1, 1, 1, 1], [0, 0, 1, -1, 2]],
    [[1, 0, 0, 1, -1], [0, 1, 1, 1, 1], [0, 0, 1, -1, 2]],
    [[int(i == j) for j in range(5)] for i in range(5)],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(EssentiallyUnique(instance), by=provers.ideal)
