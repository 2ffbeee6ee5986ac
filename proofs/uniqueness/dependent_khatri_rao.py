"""Order three: a dependent Khatri–Rao product excludes uniqueness, whatever the third factor.

**Instance.** R = 4 in 2×2×4: A = B with the columns (1, t) at t = 0, 1, 2, 3, and C the identity. No two columns are
proportional in any factor.

**Proof.** The matrices a_r b_rᵀ = v(t) v(t)ᵀ are symmetric, so four of them are dependent: Σ x_r a_r ⊗ b_r = 0 with x
= (1, −3, 3, −1), the third difference. Then c_r may be replaced by c_r + x_r y with any vector y.

**Established here.** Not essentially unique over Q and every extension; a y was found that changes a term and makes
no term vanish.

**Taken on trust.** Nothing.

**Not claimed.** The converse: for the decomposition of `uniqueness/derksen` with k-ranks 3, 3, 3 all three Khatri–Rao
products have full column rank, and it is not unique.

**See also** `uniqueness/order_four_proportional`.
"""

from algebra_tnn import CP, NotEssentiallyUnique, Verdict, provers, verify

V = [[1, 1, 1, 1], [0, 1, 2, 3]]
INSTANCE = CP.from_factors(V, V, [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]])


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(NotEssentiallyUnique(instance), by=provers.khatri_rao_relation)
