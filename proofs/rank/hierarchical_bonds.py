"""The least bonds of a hierarchical Tucker decomposition: the ranks of the flattenings at the nodes of its tree.

**Instance.** The tree ((0, 1), (2, 3)), leaves of size 3 with bonds 2, and bonds 3 above the inner nodes; cut above the
node {0, 1} (in `INSTANCES`: also above the leaf 0).

**Proof.** Cutting the bond above a node t writes T as a sum of r_t products of a tensor in the modes of t and one in
the others, so the rank of the flattening at t is at most r_t. Conversely let U_t be the reduced column echelon form of
this flattening, with the identity in the rows P_t. With the row indices that belong to all but one child fixed, the
columns of U_t lie in the column space of that child's flattening; so U_t = Σ U_t[(p_a, q_b), c] U_s[·, a] U_s′[·, b],
with p_a in P_s and q_b in P_s′, for two children s, s′, and likewise for more. These entries of U_t are transfer
tensors of a decomposition of T in which all bonds are least at once; at the root they are entries of T.

**Established here.** The flattening at {0, 1} has rank 3, that at mode 0 rank 2: no decomposition along this tree has
smaller bonds there; over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Ranks of flattenings at sets of modes that are no nodes of the tree.

**See also** `rank/hierarchical_bond_too_large`: a bond that no tensor needs.
"""

from algebra_tnn import HierarchicalTucker, Tensor, TensorRankBetween, Verdict, verify

U = [[1, 0], [0, 1], [1, 1]]
T = HierarchicalTucker.of(
    ((0, 1), (2, 3)),
    [U, U, U, U],
    [
        [[1, 0, 1], [0, 2, 1], [1, 1, 0]],
        [[[1, 0], [0, 1]], [[0, 1], [1, 0]], [[1, 2], [0, 0]]],
        [[[1, 0], [0, 3]], [[0, 1], [2, 0]], [[1, 1], [0, 0]]],
    ],
)
INSTANCE = ((0, 1), 3)
INSTANCES = [INSTANCE, ((0,), 2)]


def proof(instance: tuple[tuple[int, ...], int] = INSTANCE) -> Verdict:
    modes, bond = instance
    return verify(TensorRankBetween(Tensor.from_nested(T.tensor().matricized(modes)), bond, bond))
