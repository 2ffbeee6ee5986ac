"""Two halves of a deep circuit are joined by its last layer alone.

**Instance.** 4 inputs of dimension 3, channels 3,2, the halves 0, 1 and 2, 3: the rank is 2, where the alternate inputs
have 9. In `INSTANCES` also 8 inputs, and more channels in the last layer than below.

**Proof.** With the channel of the last layer fixed, f is a product of functions of the halves: at most r_(L−1). Its
channels are combinations of s_(L−1) functions of one half, and of no fewer for almost all weights
(`depth/truncated_depth`), so that the rank is s_(L−1) ≤ r_(L−1). The alternate inputs have min(r_0, M)^(N/2), and no
partition has more (`depth/depth_efficiency`).

**Established here.** The separation rank is at most 2 for all weights, and at least 2 for almost all, over Q and every
extension.

**Taken on trust.** Nothing.

**Not claimed.** That data need the one or the other: which partition matters is what a pooling tree assumes.

**See also** `depth/pooling_swapped`, where another tree exchanges the two partitions.
"""

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.circuits import DeepCircuit, channel_spans

INSTANCE = DeepCircuit(4, 3, (3, 2))
INSTANCES = [
    INSTANCE,
    DeepCircuit(4, 2, (2, 5)),
    DeepCircuit(8, 2, (2, 2, 2)),
    DeepCircuit(8, 2, (2, 2, 1)),
    DeepCircuit(8, 2, (4, 4, 3)),
]


def proof(instance: DeepCircuit = INSTANCE) -> Verdict:
    law, rank = instance.law(), channel_spans(instance)[-1]
    return verify(SeparationRankBetween(law, law.input_names[: instance.inputs // 2], rank, rank))
