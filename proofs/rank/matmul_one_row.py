"""A row times a matrix needs no more products than the definition has.

**Limits** `rank/matmul_two`, `rank/matmul_rectangular`, `rank/matmul_three`.

**Instance.** M⟨1,2,2⟩, given by its four terms a_0j ⊗ b_jk ⊗ c_0k. For m = 1, n = p = 2 the bound (n − 1)(p + 1) + mp
would be 5.

**Proof.** With one row, the slices at b_0k, minus μ_01 times those at b_1k, all vanish once that at a_00 has left. So
they take no terms with them.

**Established here.** The rank is at most 4 over Q and every extension: "at least 5" is refuted.

**Taken on trust.** Nothing.

**Not claimed.** Anything about two rows.
"""

from algebra_tnn import CP, TensorRankAtLeast, Verdict, verify
from algebra_tnn.tensors.fast_multiplication import standard

INSTANCE = standard(1, 2, 2)


def proof(instance: CP = INSTANCE) -> Verdict:
    return verify(TensorRankAtLeast(instance, 5))
