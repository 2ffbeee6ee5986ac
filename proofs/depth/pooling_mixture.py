"""Two pooling trees together separate more than either.

**Instance.** The sum of two circuits of 4 inputs of dimension 3 with channels 2,2, one on ((0, 1), (2, 3)) and one on
((0, 2), (1, 3)). The inputs 0, 1 have more than 4. In `INSTANCES` also one channel in the last layers.

**Proof.** By one point and one minor: the first summand has rank 2 at this partition and the second 4, which add up to
6.

**Established here.** That the separation rank is at most min(r_0, M)^(N/2) = 4 is refuted, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That a mixture is better than one circuit with as many parameters.

**Limits** `depth/pooling_largest`: there is one pooling tree.
"""

from algebra_tnn import SeparationRankAtMost, Verdict, verify
from algebra_tnn.models.circuits import MixtureOfTrees, binary_tree, swapped_tree

TREES = [binary_tree(4), swapped_tree(4)]
INSTANCE = MixtureOfTrees(4, 3, (2, 2), TREES)
INSTANCES = [INSTANCE, MixtureOfTrees(4, 3, (2, 1), TREES)]


def proof(instance: MixtureOfTrees = INSTANCE) -> Verdict:
    most = min(instance.channels[0], instance.dimension) ** (instance.inputs // 2)
    return verify(SeparationRankAtMost(instance.law(), ("x0", "x1"), most))
