"""Undecided is not refuted: Kruskal's inequality fails by one, and the decomposition is unique.

**Limits** `uniqueness/derksen`.

**Instance.** R = 4 in 3×3×4. The last column of A is the sum of its first two, so k_A = 2 although rank A = 3; B has
columns (1, t, t²), k_B = 3; C is the identity, k_C = 4. The sum is 9 = 2R + 1.

**Proof.** The span of the a_r b_rᵀ contains no other matrix of rank one: its 2×2 minors, as quadratic forms in the
coefficients d, span all d_i d_j. See `uniqueness/compound`.

**Established here.** "Not essentially unique" is refuted over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** A weaker inequality that would explain it; Lovitz and Petrov's explains some such cases, not all.
"""

from algebra_tnn import CP, NotEssentiallyUnique, Verdict, verify

INSTANCE = CP.from_factors(
    [[1, 0, 0, 1], [0, 1, 0, 1], [0, 0, 1, 0]],
    [[t**i for t in range(4)] for i in range(3)],
    [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(NotEssentiallyUnique(instance))
