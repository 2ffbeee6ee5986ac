"""A hierarchical Tucker decomposition along a balanced tree as a train: bonds up to r^⌈log₂(d)/2⌉.

**Instance.** Eight modes of size 2, the balanced binary tree with bonds 2 everywhere; the flattening at the first three
modes (in `INSTANCES`: at the first k, k = 1, …, 7).

**Proof.** Let d = 2^p, and cut the first k modes from the others. On the path from the root to the place of the cut
are the inner nodes u_0, …, u_{p−1} (or fewer, if a subtree ends at the cut). Each of u_0, …, u_{p−2} has a child off
the path, whose modes are all before or all behind the cut. Put the nodes u_i together on the side on which most of
these p − 1 children are. Then at most ⌊(p−1)/2⌋ bonds to the other children are cut, and one below u_{p−1}, to the
leaf on the other side: at most ⌊(p−1)/2⌋ + 1 = ⌈p/2⌉ bonds of size r.

**Established here.** The ranks are 2, 2, 4, 2, 4, 2, 2 at this tensor, over Q and every extension. Their maximum 4 =
2^⌈3/2⌉ attains the bound.

**Taken on trust.** Nothing.

**Not claimed.** Orders of the modes in which subtrees are no intervals: `rank/hierarchical_out_of_order`.

**See also** `rank/hierarchical_out_of_order`.
"""

from algebra_tnn import HierarchicalTucker, Tensor, TensorRankBetween, Verdict, verify

UNIT = [[1, 0], [0, 1]]
B, C = [[[1, 1], [1, 0]], [[0, 0], [1, 0]]], [[[1, 2], [1, 0]], [[2, 0], [0, 0]]]
TREE = (((0, 1), (2, 3)), ((4, 5), (6, 7)))
T = HierarchicalTucker.of(TREE, [UNIT] * 8, [UNIT, B, C, B, C, B, C])
RANKS = {1: 2, 2: 2, 3: 4, 4: 2, 5: 4, 6: 2, 7: 2}
INSTANCE = 3
INSTANCES = [1, 2, 3, 4, 5, 6, 7]


def proof(instance: int = INSTANCE) -> Verdict:
    flattening = Tensor.from_nested(T.tensor().matricized(range(instance)))
    return verify(TensorRankBetween(flattening, RANKS[instance], RANKS[instance]))
