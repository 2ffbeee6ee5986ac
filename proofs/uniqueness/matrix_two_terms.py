"""A matrix of rank 2 has many decompositions.

**Instance.** The 2×3 matrix e0 ⊗ (1, 0, 1) + e1 ⊗ (0, 1, 2), a decomposition of order two with R = 2 terms.

**Proof.** For every invertible Q, [a_0 a_1] [b_0 b_1]ᵀ = ([a_0 a_1] Q) ([b_0 b_1] Q⁻ᵀ)ᵀ; if Q is not a permutation
times a diagonal matrix, the terms change. The simplest Q gives a⊗b + a′⊗b′ = (a + a′)⊗b + a′⊗(b′ − b).

**Established here.** Not essentially unique over Q and every extension, by the second decomposition that this Q
gives.

**Taken on trust.** Nothing.

**Not claimed.** That constraints (orthogonality, signs, triangular form) cannot restore uniqueness.

**See also** `uniqueness/matrix_one_term` and `uniqueness/third_mode`: each hypothesis is needed.
"""

from algebra_tnn import CP, NotEssentiallyUnique, Verdict, verify

INSTANCE = CP.from_factors([[1, 0], [0, 1]], [[1, 0], [0, 1], [1, 2]])


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(NotEssentiallyUnique(instance))
