"""A rank above the product of the ranks of the children.

**Limits** `dimension/hierarchical_tucker`.

**Instance.** Four modes of size 3 in pairs, ranks 2 at the leaves and 5 at the inner nodes: 89 − 4·4 − 2·25 = 23.

**Proof.** A pair of leaves has 4 products of columns, so the transfer tensors have dependent columns, which some of
GL(5) does not move. Rank 4 gives the same tensors: 72 − 4·4 − 2·16 = 24. So the formula is not even a bound.

**Established here.** That the dimension is at most 23 is refuted, over Q and every extension. Only r_t ≤ Π r_children
fails, at both inner nodes.

**Taken on trust.** Nothing.

**Not claimed.** That the formula is too small whenever a rank is too large.
"""

from algebra_tnn import DimensionAtMost, Verdict, verify
from algebra_tnn.tensors.formats import HierarchicalFormat

INSTANCE = HierarchicalFormat((3, 3, 3, 3), ((0, 1), (2, 3)), (2, 5))


def proof(instance: HierarchicalFormat = INSTANCE) -> Verdict:
    formula = instance.parameter_count - sum(r * r for r in instance.ranks)
    return verify(DimensionAtMost(instance.law(), formula))
