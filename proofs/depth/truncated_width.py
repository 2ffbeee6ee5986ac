"""A circuit is as weak as its last layer, at a partition that splits none of its blocks.

**Instance.** 8 inputs of dimension 2 in two layers: four pairs with 4 channels, multiplied at once with width 5. Every
other pair of inputs on one side: at most 5. In `INSTANCES` also shallow circuits, and filters that are shared.

**Proof.** With the channel of the last layer fixed, f is a product of functions of the blocks.

**Established here.** The separation rank is at most the width of the last layer for all weights, over Q and every
extension.

**Taken on trust.** Nothing.

**Not claimed.** That the width is attained.

**See also** `depth/truncated_width_split`, for partitions that split blocks.
"""

from algebra_tnn import SeparationRankAtMost, Verdict, verify
from algebra_tnn.models.circuits import DeepCircuit, ShallowCircuit, binary_tree

INSTANCE = DeepCircuit(8, 2, (4, 5), tree=binary_tree(8, 2))
INSTANCES = [
    INSTANCE,
    DeepCircuit(8, 2, (4, 5), shared=True, tree=binary_tree(8, 2)),
    DeepCircuit(16, 2, (2, 2, 3), tree=binary_tree(16, 3)),
    ShallowCircuit(6, 3, 7),
]


def proof(instance: DeepCircuit = INSTANCE) -> Verdict:
    *_, width = instance.channels
    block = 1 << (len(instance.channels) - 1)
    law = instance.law()
    chosen = tuple(name for j, name in enumerate(law.input_names) if j // block % 2 == 0)
    return verify(SeparationRankAtMost(law, chosen, width))
