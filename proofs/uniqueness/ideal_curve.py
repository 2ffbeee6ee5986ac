"""The exact decision, the other way: a curve of rank-one matrices in the span.

**Instance.** The shape of `uniqueness/ideal`, a_0 = b_0 = e0, a_r = (s_r, 1, t_r), b_r = (u_r, 1, t_r), with t = (0,
1, −1, 2), s = (0, 1, 3, −2), u = (0, 2, 1, 1).

**Proof.** Let Σ d_r (1, t_r)(1, t_r)ᵀ = 0; then y = Σ d_r u_r (1, t_r) and z = Σ d_r s_r (1, t_r) are proportional
here. A combination with lower right block v vᵀ has rank one if its first row and column are proportional to v as
well, d_0 being free for the corner; if y and z are proportional these two conditions amount to a cubic in v, which
vanishes at the four v = (1, t_r), so identically. So each v gives a point. At v = (1, 3) it is

    72 a_0 b_0ᵀ − 20 a_1 b_1ᵀ − 30 a_2 b_2ᵀ + 15 a_3 b_3ᵀ + 60 a_4 b_4ᵀ = (−21, 5, 15) (3, 5, 15)ᵀ.

**Established here.** Not essentially unique over Q and every extension: that matrix replaces a_0 b_0ᵀ.

**Taken on trust.** Nothing.

**Not claimed.** The curve itself; one point of it is enough.

**See also** `uniqueness/ideal_deficient`.
"""

from algebra_tnn import CP, NotEssentiallyUnique, Verdict, verify
from algebra_tnn.exact import exact_matrix
from algebra_tnn.provers.non_uniqueness import certificate_of, terms_of

INSTANCE = CP.from_factors(
    [[1, 0, 1, 3, -2], [0, 1, 1, 1, 1], [0, 0, 1, -1, 2]],
    [[1, 0, 2, 1, 1], [0, 1, 1, 1, 1], [0, 0, 1, -1, 2]],
    [[int(i == j) for j in range(5)] for i in range(5)],
)
#  T = M ⊗ e0 / 72 + Σ_{r > 0} a_r ⊗ b_r ⊗ (e_r − d_r e0 / 72)
SECOND = (
    [[-21, 0, 1, 3, -2], [5, 1, 1, 1, 1], [15, 0, 1, -1, 2]],
    [[3, 0, 2, 1, 1], [5, 1, 1, 1, 1], [15, 0, 1, -1, 2]],
    exact_matrix([["1/72", "5/18", "5/12", "-5/24", "-5/6"], *([int(i == j) for j in range(5)] for i in range(1, 5))]),
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(
        NotEssentiallyUnique(instance),
        by=lambda claim: certificate_of(claim, terms_of(SECOND), "a rank-one matrix on a curve in the span"),
    )
