"""Two blocks with the same vector.

**Limits** `uniqueness/block_terms`.

**Instance.** All sums (A₀B₀ᵀ + A₁B₁ᵀ) ⊗ c of shape 4×4×3, with A₀, B₀, A₁, B₁ of two columns each.

**Proof.** The sum of the blocks is any matrix of rank 4, which is a sum of two of rank 2 in many ways.

**Established here.** That general blocks are finitely many with the same sum, up to GL(2) in each block and a factor of
c, is refuted, over Q and every extension: 35 parameters less 9 are 26, and the dimension is 18. Only that the vectors
are not proportional fails.

**Taken on trust.** Nothing.

**Not claimed.** That their sum is not determined: it is one block of rank (4, 4, 1), in one way.
"""

from algebra_tnn import DimensionAtLeast, Law, Verdict, verify
from algebra_tnn.laws.tracing import einsum

INSTANCE = Law.trace(
    lambda x, y, z, A, B, c: einsum("r,r->", x @ A, y @ B) * (c @ z),
    {"x": (4,), "y": (4,), "z": (3,)},
    {"A": (4, 4), "B": (4, 4), "c": (3,)},
)


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance, instance.parameter_count - 9))
