"""A general train, and a general hierarchical decomposition, with bonds r ≤ n has at least r^(d/2) rank-one terms.

**Instance.** The tensor of `rank/hierarchical_as_train`, of eight modes of size 2 and bonds 2 (in `INSTANCES` also a
train of eight modes of size 2 and bonds 2).

**Proof.** Let d be even. Pair the modes 0, 1 | 2, 3 | …. With Σ_{a<r} e_a ⊗ e_a for each pair, an r×r identity, and
bonds 1 between the pairs, there is a train, and a hierarchical decomposition in which pairs are siblings, whose
flattening at the even modes is an identity of size r^(d/2); larger bonds are filled with zeros. Minors of that size are
polynomials in the cores, not zero, so a general train has such a rank, too, and the rank of a flattening is a lower
bound for the number of terms (A4).

**Established here.** The tensor rank is at least 16 = 2⁴, by the flattening at the modes 0, 2, 4, 6, over Q and every
extension, where 2 values per bond are enough for the network.

**Taken on trust.** Nothing.

**Not claimed.** That the rank is 16.

**See also** `rank/bonds_of_one_term`: a network with these bonds that has rank 1.
"""

from algebra_tnn import HierarchicalTucker, TensorRankAtLeast, TensorTrain, Verdict, verify

UNIT = [[1, 0], [0, 1]]
B, C = [[[1, 1], [1, 0]], [[0, 0], [1, 0]]], [[[1, 2], [1, 0]], [[2, 0], [0, 0]]]
TREE = (((0, 1), (2, 3)), ((4, 5), (6, 7)))
INSTANCE = HierarchicalTucker.of(TREE, [UNIT] * 8, [UNIT, B, C, B, C, B, C])
INSTANCES = [INSTANCE, TensorTrain.of([[UNIT], B, C, B, C, B, C, [[[1], [0]], [[0], [1]]]])]


def proof(instance: HierarchicalTucker | TensorTrain = INSTANCE) -> Verdict:
    return verify(TensorRankAtLeast(instance.tensor(), 16))
