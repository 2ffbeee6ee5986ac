"""Order three: proportional columns in one factor exclude uniqueness.

**Instance.** R = 3 in 2×3×4 with a_1 = 2 a_0; B and C have rank 3.

**Proof.** a_0 ⊗ (b_0 ⊗ c_0 + 2 b_1 ⊗ c_1): a vector times a matrix written as two terms, with the GL(2) family of
`uniqueness/matrix_two_terms`; or the two terms merge, and the decomposition is too long.

**Established here.** Not essentially unique over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** The same for order four or more, where it is false.

**See also** `uniqueness/order_four_proportional`.
"""

from algebra_tnn import CP, NotEssentiallyUnique, Verdict, verify

INSTANCE = CP.from_factors(
    [[1, 2, 0], [1, 2, 1]],
    [[t**i for t in range(3)] for i in range(3)],
    [[t**i for t in (0, 1, -1)] for i in range(4)],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(NotEssentiallyUnique(instance))
