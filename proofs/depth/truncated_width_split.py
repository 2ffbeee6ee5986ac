"""What the last layer does not bound: partitions that split blocks.

**Instance.** 8 inputs of dimension 2 in two layers: four pairs with 4 channels, multiplied at once with width 2. The
inputs 0, 2, 4, 6, one of each pair: more than 2. In `INSTANCES` also 4 inputs.

**Proof.** By one point and one minor. With the channels of the proof of `depth/depth_efficiency` one channel of the
last layer is the product of Σ_α (x_2k)_α (x_(2k+1))_α over all pairs, of rank 2 to the number of pairs.

**Established here.** That the separation rank is at most the width of the last layer is refuted, over Q and every
extension.

**Taken on trust.** Nothing.

**Not claimed.** Nothing more.

**Limits** `depth/truncated_width`: the partition splits no block.
"""

from algebra_tnn import SeparationRankAtMost, Verdict, verify
from algebra_tnn.models.circuits import DeepCircuit, binary_tree

INSTANCE = DeepCircuit(8, 2, (4, 2), tree=binary_tree(8, 2))
INSTANCES = [INSTANCE, DeepCircuit(4, 3, (3, 4))]


def proof(instance: DeepCircuit = INSTANCE) -> Verdict:
    law = instance.law()
    return verify(SeparationRankAtMost(law, law.input_names[::2], instance.channels[-1]))
