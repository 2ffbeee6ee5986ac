"""Bonds of size 2 and one term: what holds for a general network need not hold for a given one.

**Limits** `rank/bonds_and_terms`.

**Instance.** The tree of `rank/bonds_and_terms` with bonds 2, and transfer tensors with one nonzero entry: one value of
every bond is idle.

**Proof.** All transfer tensors are outer products of vectors, so their contraction is one.

**Established here.** That the rank is at least 16 is refuted: the tensor is one term. The hypothesis that is violated:
the network is general.

**Taken on trust.** Nothing.

**Not claimed.** Nothing more.
"""

from algebra_tnn import HierarchicalTucker, TensorRankAtLeast, Verdict, verify

UNIT = [[1, 0], [0, 1]]
CORNER = [[[1, 0], [0, 0]], [[0, 0], [0, 0]]]
TREE = (((0, 1), (2, 3)), ((4, 5), (6, 7)))
INSTANCE = HierarchicalTucker.of(TREE, [UNIT] * 8, [[[1, 0], [0, 0]], *[CORNER] * 6])


def proof(instance: HierarchicalTucker = INSTANCE) -> Verdict:
    return verify(TensorRankAtLeast(instance.tensor(), 16))
