"""A 2×2×2 tensor in the middle of an open set of rank three over R.

**Instance.** Slices I and [[0, −2], [1, 1]], with Δ = −7.

**Proof.** The second slice, times the inverse of the first, has the eigenvalues (1 ± √−7)/2, which are not real, and
the same holds around it. A real tensor of rank two has real eigenvalues.

**Established here.** The rank over R is 3. Where Δ > 0 it is 2, so both are typical.

**Taken on trust.** Nothing.

**Not claimed.** That the rank is more than n where n > 2 and eigenvalues are not real: the proof is the same, but no
rule of the checker sees eigenvalues.

**See also** `rank/typical_over_c`, `rank/typical_pencil`.
"""

from algebra_tnn import R, Tensor, TensorRankBetween, Verdict, verify

INSTANCE = Tensor.from_nested([[[1, 0], [0, 1]], [[0, -2], [1, 1]]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(instance, 3, 3, R))
