"""What formats store bounds their dimension.

**Instance.** A tensor train of d = 6 modes of size n = 3 with ranks r = 2: 2nr + (d − 2) n r² = 60 numbers of 729.

**Proof.** The entries of the nodes are the parameters, and no polynomial map has an image of a larger dimension than
its parameters. They are n^d for the full tensor, d n r + r^d for Tucker, 2nr + (d − 2) n r² for the tensor train,
d n r + (d − 2) r³ + r² for hierarchical Tucker on a binary tree, and d n r for CP with r terms.

**Established here.** The dimension is at most 60, over Q and every extension; in the wide run the same for hierarchical
Tucker, CP and Tucker.

**Taken on trust.** Nothing.

**Not claimed.** That the numbers are needed: the gauge makes fewer do.

**See also** `dimension/storage_core`.
"""

from algebra_tnn import DimensionAtMost, Verdict, verify
from algebra_tnn.tensors.formats import CPFormat, HierarchicalFormat, TensorFormat, TrainFormat, TuckerFormat

INSTANCE: TensorFormat = TrainFormat((3,) * 6, (2,) * 5)
INSTANCES = [
    INSTANCE,
    HierarchicalFormat((3,) * 6, None, (2, 2)),
    CPFormat((3,) * 6, 2),
    TuckerFormat((3,) * 4, (2,) * 4),
]


def stored(format: TensorFormat, n: int, r: int) -> int:
    d = format.order
    formulas = {
        TuckerFormat: d * n * r + r**d,
        TrainFormat: 2 * n * r + (d - 2) * n * r**2,
        HierarchicalFormat: d * n * r + (d - 2) * r**3 + r**2,
        CPFormat: d * n * r,
    }
    return formulas[type(format)]


def proof(instance: TensorFormat = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance.law(), stored(instance, 3, 2)))
