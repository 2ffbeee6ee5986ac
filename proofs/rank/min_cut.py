"""The rank of a flattening is at most the size of a cut.

**Instance.** A tensor train of shape 3×3×3×3 with ranks 2, at the modes 0 and 2: the cut through all three bonds has
size 8, that through mode 1 and the last bond 6.

**Proof.** Give the nodes on the side of the chosen modes the values θ and the others η, and let a letter be cut if it
joins both sides, once, however many nodes it joins. For fixed values of the cut letters the tensor is a product of one
factor in θ and the chosen modes and one in η and the other modes. So the flattening is M = L(θ) N(η), where L has as
many columns as the cut letters have values. The functions (θ, M v) are functions of θ and of the vector N v, so their
dimension is at most the number of the θ plus the size of the cut; and it is at least that number plus the rank of M.

**Established here.** The dimension of (θ, M v) is at most the number of the θ plus 6, over Q and every extension, so
the rank is at most 6. In the wide run other modes, trains, rings, hierarchical Tucker and CP.

**Taken on trust.** Nothing.

**Not claimed.** That the rank is attained: see `rank/min_cut_attained`, and what limits it.

**See also** `rank/ring_shared`.
"""

from typing import TypeAlias

from algebra_tnn import DimensionAtMost, Verdict, verify
from algebra_tnn.tensors.formats import (
    CPFormat,
    HierarchicalFormat,
    RingFormat,
    TensorFormat,
    TrainFormat,
    flattening_image,
)

Case: TypeAlias = tuple[TensorFormat, tuple[int, ...]]

INSTANCE: Case = (TrainFormat((3, 3, 3, 3), (2, 2, 2)), (0, 2))
INSTANCES: list[Case] = [
    INSTANCE,
    (TrainFormat((3, 3, 3, 3), (2, 2, 2)), (0, 1)),
    (TrainFormat((2,) * 6, (2,) * 5), (0, 1, 3)),
    (HierarchicalFormat((3, 3, 3, 3), None, (2, 2)), (0, 1)),
    (RingFormat((3, 3, 3, 3), 2), (0, 1)),
    (CPFormat((3, 3, 3), 2), (0,)),
]


def proof(instance: Case = INSTANCE) -> Verdict:
    format, modes = instance
    law, kept = flattening_image(format.networks[0], modes)
    return verify(DimensionAtMost(law, kept + format.min_cut(modes)))
