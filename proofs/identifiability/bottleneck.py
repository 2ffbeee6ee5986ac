"""Widths that fall to a bottleneck and then rise.

**Instance.** Widths (3,2,3,3) with t² and t³: the bottleneck is layer b = 1 with two neurons, and 3 (2 − 1) ≥ 3.

**Proof.** From the localization theorem and Kruskal's: a block (m_(l−1), d_l, d_(l+1)) is identifiable if m, d_l ≥ 2
and r_l (min(d_l, m_(l−1)) − 1) ≥ 2 d_l − min(d_l, d_(l+1)). For l < b, m_(l−1) = d_(l−1) ≥ d_l ≥ d_(l+1) ≥ 2, and r_l
≥ 2 gives 2 (d_l − 1) ≥ 2 d_l − d_(l+1). For l = b, d_(b+1) ≥ d_b and 2 (d_b − 1) ≥ d_b. For l > b, m_(l−1) = d_b and
d_(l+1) ≥ d_l, so r_l (d_b − 1) ≥ d_l is what is wanted.

**Established here.** The dimension is at least 21 − 5 = 16, over Q and every extension: finitely identifiable.

**Taken on trust.** Nothing.

**Not claimed.** All widths and degrees: that is the theorem, from two that are cited.

**See also** `identifiability/bottleneck_degree`, `identifiability/bottleneck_width_one`.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 2, 3, 3), degrees=(2, 3))
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((4, 3, 4, 4), degrees=2),
    PolynomialNetwork((5, 3, 2, 3, 4), degrees=(2, 2, 3)),
    PolynomialNetwork((3, 2, 3, 4, 4), degrees=(2, 3, 4)),
    PolynomialNetwork((4, 2, 2, 3, 3), degrees=(2, 2, 3)),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
