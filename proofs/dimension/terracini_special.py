"""Two points with a common vector are not general.

**Limits** `dimension/terracini`.

**Instance.** The tangent vectors at (1, 0) ⊗ (1, 0) ⊗ (1, 0) and (1, 0) ⊗ (0, 1) ⊗ (0, 1), in the coordinates of 2×2×2.

**Proof.** Both tangent spaces contain (1, 0) ⊗ (1, 0) ⊗ (0, 1) and (1, 0) ⊗ (0, 1) ⊗ (1, 0).

**Established here.** That the rank is at least 8 is refuted, over Q and every extension, while the dimension of σ_2 is
8. Only that the points are general fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that.
"""

from algebra_tnn import Tensor, TensorRankAtLeast, Verdict, verify

INSTANCE = Tensor.from_nested(
    [
        [1, 0, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 1, 0, 0, 0],
        [0, 0, 1, 0, 0, 0, 0, 0],
        [0, 1, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 1, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0, 0, 1],
        [0, 1, 0, 0, 0, 0, 0, 0],
        [0, 0, 1, 0, 0, 0, 0, 0],
    ]
)


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtLeast(instance, 8))
