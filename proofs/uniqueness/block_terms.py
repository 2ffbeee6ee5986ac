"""Two blocks of rank (2, 2, 1).

**Instance.** T = A₀B₀ᵀ ⊗ c₀ + A₁B₁ᵀ ⊗ c₁ of shape 4×4×3 with c₀ = (1, 0, 1) and c₁ = (0, 1, 1), which are not
proportional.

**Proof.** Let N be the number of columns of all A_r together. If these and those of all B_r are independent, general
combinations T(x) and T(y) of slices have rank N, and T(x) T(y)⁻¹, between their column spaces, has the eigenvalue
⟨c_r, x⟩/⟨c_r, y⟩ on im A_r. A second sum of as many blocks with N columns has its eigenspaces there, too; so they are
the same, and so are the blocks, T(y) followed by the projections on them.

**Established here.** The third slice, T(0, 0, 1) = A₀B₀ᵀ + A₁B₁ᵀ, has rank 4, so that [A₀ A₁] and [B₀ B₁] have
independent columns; over Q and every extension. By the proof above the blocks are determined.

**Taken on trust.** Nothing.

**Not claimed.** Anything about sums of more blocks, or with more columns.

**See also** `uniqueness/block_terms_parallel`.
"""

from algebra_tnn import Tensor, TensorRankAtLeast, Verdict, verify
from algebra_tnn.tensors.values import BlockTerms

INSTANCE = BlockTerms.of_matrices(
    [
        ([[1, 0], [0, 1], [1, 1], [2, 0]], [[1, 1], [0, 1], [1, 0], [0, 2]], [1, 0, 1]),
        ([[0, 1], [0, 1], [1, 0], [1, 1]], [[1, 0], [2, 1], [0, 1], [1, 1]], [0, 1, 1]),
    ]
)


def proof(instance: BlockTerms = INSTANCE) -> Verdict:
    blocks = instance.tensor().nested()
    third = [[entries[2] for entries in row] for row in blocks]
    return verify(TensorRankAtLeast(Tensor.from_nested(third), 4))
