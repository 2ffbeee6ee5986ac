"""Another pooling tree exchanges the roles of the partitions.

**Instance.** 4 inputs of dimension 3, channels 3,2, on the tree ((0, 2), (1, 3)): the halves 0, 1 and 2, 3 have more
than 2. In `INSTANCES` also 8 inputs.

**Proof.** Each bracket of the first layer has one input of each half, so that the halves are to this tree what the
alternate inputs are to the other: the rank is min(r_0, M)^(N/2) for almost all weights. The inputs 0, 2 and 1, 3 are
now joined by the last layer alone.

**Established here.** That the separation rank of the halves is at most r_(L−1) is refuted, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That one tree is better than another.

**Limits** `depth/pooling_halves`: the outermost bracket has the two halves as its parts.
"""

from algebra_tnn import SeparationRankAtMost, Verdict, verify
from algebra_tnn.models.circuits import DeepCircuit, swapped_tree

INSTANCE = DeepCircuit(4, 3, (3, 2), tree=swapped_tree(4))
INSTANCES = [INSTANCE, DeepCircuit(8, 2, (2, 2, 2), tree=swapped_tree(8))]


def proof(instance: DeepCircuit = INSTANCE) -> Verdict:
    law = instance.law()
    return verify(SeparationRankAtMost(law, law.input_names[: instance.inputs // 2], instance.channels[-1]))
