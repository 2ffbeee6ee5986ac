"""Two parts that share a layer of weights.

**Instance.** Widths (5,4,3,1) with t²: the parts (5,4,3) and (4,3,1) share the 12 weights of W_2.

**Proof.** Let f depend on W_k both through A, the part up to the output of W_k, and through B, the part from W_k
on. What moves neither A nor B moves not f: changes of W_1, …, W_k that keep A (with the rest fixed), and changes of
W_k, …, W_L that keep B. The two spaces of directions meet in changes of W_k alone that keep both, of dimension at
most (weights of W_k) − ρ. Counting, dim f ≤ dim A + dim B − ρ, where ρ is the rank of the stacked derivatives of A
and B by W_k. The rule `overlap` of certificate-format.md is this, for any law and at any point. Here 28 + 9 − 12 =
25, and for (3,4,2,1) it is 12 + 7 − 8 = 11, where D19 gives 12.

**Established here.** The dimension is 25, over Q and every extension; in the wide run 11 for (3,4,2,1), 21 for
(4,4,3,1).

**Taken on trust.** Nothing.

**Not claimed.** That the bound is always attained.

**See also** `dimension/overlap_by_count` and `dimension/overlap_branch`.
"""

from math import comb

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((5, 4, 3, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 4, 2, 1), degrees=2),
    PolynomialNetwork((4, 4, 3, 1), degrees=2),
    PolynomialNetwork((5, 5, 3, 1), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    n, m, k, _ = instance.widths
    first = PolynomialNetwork((n, m, k), degrees=2).expected_dimension
    second = m * k - comb(k, 2)
    bound = first + second - m * k
    return verify(DimensionBetween(instance.law(), bound, bound))
