"""The tensors of bounded hierarchical ranks.

**Instance.** Four modes of size 2 in pairs, ranks 2 at all nodes: 36 parameters, 24 dimensions of gauge.

**Proof.** Let at every node no rank be larger than the product of the others. Call U_t the matrix that the subtree at t
makes of its nodes, with a column for each value of the rank of t. By induction from the leaves, U_t has full column
rank for general nodes, as (U_a ⊗ U_b ⊗ …) Bᵀ with a transfer tensor of full rank r_t ≤ Π r_children. By induction from
the root, the rest of the tree, as a matrix with r_t rows, has full row rank: for a child a of t it is the product of a
transfer tensor of full rank r_a ≤ r_t Π r_siblings with the rest above t and the U of the siblings, all of full rank.
So the flattening at the modes below t has rank r_t, its column space is that of U_t, and U_t is known up to GL(r_t);
given all U_t, the transfer tensors are known. General fibres are orbits of Π GL(r_t), over all nodes but the root,
which acts freely: the dimension is the number of parameters minus Σ r_t².

**Established here.** The dimension is 12, over Q and every extension; in the wide run (n, r_leaf, r_inner) = (2,2,3):
15, (3,2,2): 20, (3,2,3): 23, a tree that is not balanced, and one with a node of three children.

**Taken on trust.** Nothing.

**Not claimed.** Anything beyond the inequalities: see `dimension/hierarchical_tucker_degenerate`.

**See also** `dimension/tucker`, which is the tree with one inner node.
"""

from algebra_tnn import DimensionBetween, Verdict, verify
from algebra_tnn.tensors.formats import HierarchicalFormat

INSTANCE = HierarchicalFormat((2, 2, 2, 2), ((0, 1), (2, 3)), (2, 2))
INSTANCES = [
    INSTANCE,
    HierarchicalFormat((2, 2, 2, 2), ((0, 1), (2, 3)), (2, 3)),
    HierarchicalFormat((3, 3, 3, 3), ((0, 1), (2, 3)), (2, 2)),
    HierarchicalFormat((3, 3, 3, 3), ((0, 1), (2, 3)), (2, 3)),
    HierarchicalFormat((2, 3, 2, 2), (((0, 1), 2), 3), (2, 2, 2, 2, 2, 2)),
    HierarchicalFormat((3, 3, 3, 3), (0, 1, (2, 3)), (2, 2)),
]


def formula(format: HierarchicalFormat) -> int:
    """The number of parameters minus Σ r_t²."""
    return format.parameter_count - sum(r * r for r in format.ranks)


def proof(instance: HierarchicalFormat = INSTANCE) -> Verdict:
    return verify(DimensionBetween(instance.law(), formula(instance), formula(instance)))
