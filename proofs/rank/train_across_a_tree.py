"""A tree whose nodes are no intervals of the train: a bond of 6 where r² = 4.

**Limits** `rank/train_as_hierarchical`.

**Instance.** A general train of four modes of size 3 with bonds 2, and the tree ((0, 2), (1, 3)).

**Proof.** To cut the modes 0, 2 from 1, 3 all three bonds of the train are cut, 2³, or the first one and the mode 2
itself, 2 · 3, which is less.

**Established here.** That the bond above the node {0, 2} is at most r² = 4 is refuted: the rank of the flattening is at
least 5 over Q and every extension (it is 6). The hypothesis that is violated: the modes of a node are an interval.

**Taken on trust.** Nothing.

**Not claimed.** Nothing about other trees.
"""

from algebra_tnn import Tensor, TensorRankAtMost, TensorTrain, Verdict, verify

MIDDLE = [[[1, 0], [2, 1], [0, 1]], [[1, 1], [0, 1], [3, 0]]]
INSTANCE = TensorTrain.of([[[[1, 0], [0, 1], [1, 2]]], MIDDLE, MIDDLE, [[[1], [0], [3]], [[0], [1], [1]]]])


def proof(instance: TensorTrain = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(Tensor.from_nested(instance.tensor().matricized([0, 2])), 4))
