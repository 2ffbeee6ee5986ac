"""A first rank above the size of the first mode.

**Limits** `dimension/tensor_train`.

**Instance.** Shape 2×3×4 and ranks (3,2): the formula says 6 + 18 + 8 − 9 − 4 = 19.

**Proof.** A core with 2 rows and 3 columns is a product through 2×2 matrices, and the right factor goes to the next
core: ranks (2,2) give the same tensors, of dimension 4 + 12 + 8 − 4 − 4 = 16.

**Established here.** That the dimension is at least 19 is refuted, over Q and every extension. Only r_k ≤ r_(k−1) n_k
fails, for the first core.

**Taken on trust.** Nothing.

**Not claimed.** Nothing besides.
"""

from algebra_tnn import DimensionAtLeast, Verdict, verify
from algebra_tnn.tensors.formats import TrainFormat

INSTANCE = TrainFormat((2, 3, 4), (3, 2))


def proof(instance: TrainFormat = INSTANCE) -> Verdict:
    (n, m, k), (r, s) = instance.shape, instance.ranks
    return verify(DimensionAtLeast(instance.law(), n * r + r * m * s + s * k - r * r - s * s))
