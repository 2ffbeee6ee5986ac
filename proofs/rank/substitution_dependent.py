"""Slices that are dependent do not each take a term with them.

**Limits** `rank/substitution`.

**Instance.** (e0 + e1) ⊗ e0 ⊗ e0: its two slices along mode 0 are equal, and neither is zero.

**Proof.** One of them may leave with the only term; then the other has left, too.

**Established here.** "The rank is at least 2", as two slices would have it, is refuted over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That dependent slices cannot be removed one after the other, where the rest is not zero.
"""

from algebra_tnn import Tensor, TensorRankAtLeast, Verdict, verify

INSTANCE = Tensor.from_nested([[[1, 0], [0, 0]], [[1, 0], [0, 0]]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtLeast(instance, 2))
