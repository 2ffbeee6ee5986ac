"""A tensor train with bonds r along a tree of intervals: bonds up to r², and no more.

**Instance.** A general train of six modes of size 3 with all bonds 2; the flattening at the two middle modes, a node of
the tree ((0, 1), (2, 3), (4, 5)).

**Proof.** A node of the tree whose modes are an interval is cut out of the train at its two ends, of bonds at most r
each; so the rank of its flattening, the least bond above the node (`rank/hierarchical_bonds`), is at most r². At the
ends of the train one cut is enough, and the bonds are at most r.

**Established here.** The rank is 4 = r² at this train, over Q and every extension: no better bound holds for all trains
with bonds 2. The rank of a flattening is lower semicontinuous, so it is 4 for a general train.

**Taken on trust.** Nothing.

**Not claimed.** Bonds above nodes that are no intervals: `rank/train_across_a_tree`.

**See also** `rank/train_across_a_tree`.
"""

from algebra_tnn import Tensor, TensorRankBetween, TensorTrain, Verdict, verify

MIDDLE = [[[1, 0], [2, 1], [0, 1]], [[1, 1], [0, 1], [3, 0]]]
INSTANCE = TensorTrain.of(
    [[[[1, 0], [0, 1], [1, 2]]], MIDDLE, MIDDLE, MIDDLE, MIDDLE, [[[1], [0], [3]], [[0], [1], [1]]]]
)


def proof(instance: TensorTrain = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(Tensor.from_nested(instance.tensor().matricized([2, 3])), 4, 4))
