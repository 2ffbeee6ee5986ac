"""A block with more columns than the first mode has indices.

**Limits** `dimension/block_terms`.

**Instance.** Shape 2×4×2 and one block with L = 3: the formula says 3 (2 + 4 − 3) + 1 = 10.

**Proof.** A Bᵀ is any 2×4 matrix, so the dimension is 8 + 2 − 1 = 9.

**Established here.** That the dimension is at least 10 is refuted, over Q and every extension. Only Σ L_r ≤ I fails.

**Taken on trust.** Nothing.

**Not claimed.** That the formula fails whenever Σ L_r > I: for two blocks with L = 2 and shape 3×3×3 it holds.
"""

from algebra_tnn import DimensionAtLeast, Verdict, verify
from algebra_tnn.tensors.formats import BlockTermFormat

INSTANCE = BlockTermFormat((2, 4, 2), (3,))


def proof(instance: BlockTermFormat = INSTANCE) -> Verdict:
    rows, columns, slices = instance.shape
    return verify(DimensionAtLeast(instance.law(), sum(L * (rows + columns - L) + slices - 1 for L in instance.ranks)))
