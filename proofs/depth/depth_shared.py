"""Deep circuits with shared filters are as efficient as those with filters of their own.

**Instance.** 4 inputs of dimension 2, channels 2,2, one matrix for all positions of a layer: the separation rank of the
alternate inputs is 4. In `INSTANCES` also the other sizes of `depth/depth_efficiency`, with the same ranks.

**Proof.** From above the circuit is one with filters of its own, whose positions happen to have equal matrices. From
below: the weights in the proof of `depth/depth_efficiency` are the same at all positions of a layer.

**Established here.** The separation rank is at most 4 for all weights, and at least 4 for all outside of a proper
closed set, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** The same of other partitions.

**See also** `depth/depth_shared_halves`.
"""

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.circuits import DeepCircuit

INSTANCE = DeepCircuit(4, 2, (2, 2), shared=True)
INSTANCES = [
    INSTANCE,
    DeepCircuit(4, 3, (2, 2), shared=True),
    DeepCircuit(4, 3, (3, 2), shared=True),
    DeepCircuit(8, 2, (2, 2, 2), shared=True),
    DeepCircuit(8, 2, (2, 1, 1), shared=True),
]


def proof(instance: DeepCircuit = INSTANCE) -> Verdict:
    law, rank = instance.law(), min(instance.channels[0], instance.dimension) ** (instance.inputs // 2)
    return verify(SeparationRankBetween(law, law.input_names[::2], rank, rank))
