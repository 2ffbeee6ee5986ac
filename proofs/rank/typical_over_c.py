"""Over C general 2×2×2 tensors have rank two.

**Limits** `rank/typical_three`, `rank/typical_pencil`.

**Instance.** Slices I and [[0, −2], [1, 1]], with Δ = −7, over C.

**Proof.** The eigenvalues (1 ± √−7)/2 are different.

**Established here.** That the rank over C is at least 3 is refuted. Only that the field is R fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that.
"""

from algebra_tnn import C, Tensor, TensorRankAtLeast, Verdict, verify

INSTANCE = Tensor.from_nested([[[1, 0], [0, 1]], [[0, -2], [1, 1]]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtLeast(instance, 3, C))
