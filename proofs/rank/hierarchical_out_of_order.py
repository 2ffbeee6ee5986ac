"""A tree whose subtrees are no intervals of the train: a bond above r^⌈log₂(d)/2⌉.

**Limits** `rank/hierarchical_as_train`.

**Instance.** The decomposition of `rank/hierarchical_as_train` along the balanced tree with the leaves 0, 4, 1, 5, 2,
6, 3, 7: siblings are four places apart in the train.

**Proof.** In the middle of the train every pair of siblings is separated, and four bonds have to be cut.

**Established here.** That the bond behind the first four modes is at most 2^⌈3/2⌉ = 4 is refuted, over Q and every
extension: the rank of the flattening is at least 5 (it is 16). The hypothesis that is violated: the leaves are in the
order of the train.

**Taken on trust.** Nothing.

**Not claimed.** Nothing about other orders.
"""

from algebra_tnn import HierarchicalTucker, Tensor, TensorRankAtMost, Verdict, verify

UNIT = [[1, 0], [0, 1]]
B, C = [[[1, 1], [1, 0]], [[0, 0], [1, 0]]], [[[1, 2], [1, 0]], [[2, 0], [0, 0]]]
INSTANCE = HierarchicalTucker.of((((0, 4), (1, 5)), ((2, 6), (3, 7))), [UNIT] * 8, [UNIT, B, C, B, C, B, C])


def proof(instance: HierarchicalTucker = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(Tensor.from_nested(instance.tensor().matricized([0, 1, 2, 3])), 4))
