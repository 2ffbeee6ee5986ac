"""R = 5 in 3×3×5: six rank-one matrices in the span, six decompositions.

**Limits** `uniqueness/compound`, `uniqueness/compound_tight`, `identifiability/compound_generic`.

**Instance.** A and B with columns (1, t, t²) at five points each, C the 5×5 identity. C has full column rank; but
C₂(A) ⊙ C₂(B) has size 9×10 and cannot have rank 10.

**Proof.** The span of the five a_r b_rᵀ is a 4-plane in P⁸. The matrices of rank one, P² × P², have dimension 4 and
degree 6 there. So the plane meets them in a sixth point, and that point is rational, since the other five are: M = Σ
d_r a_r b_rᵀ. Any five of the six, if independent, make a decomposition.

**Established here.** The decomposition is not essentially unique, over Q and every extension: M may take the place of
one term. The sixth point is residual to five rational ones, and is found by linear algebra.

**Taken on trust.** Nothing.

**Not claimed.** The number six; only one further decomposition is shown.
"""

from algebra_tnn import CP, NotEssentiallyUnique, Verdict, verify

INSTANCE = CP.from_factors(
    [[t**i for t in range(5)] for i in range(3)],
    [[t**i for t in (0, 1, -1, 2, 5)] for i in range(3)],
    [[int(i == j) for j in range(5)] for i in range(5)],
)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(NotEssentiallyUnique(instance))
