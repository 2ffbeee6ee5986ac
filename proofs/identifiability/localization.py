"""All two-layer blocks, with inputs cut down to what can arrive, are finitely identifiable.

**Instance.** Widths (4,3,2,2) with t²: the blocks (4,3,2) and (3,2,2) with t², dimensions 15 and 8 of 20 and 12.

**Established here.** The dimension is at least 22 − 5 = 17, over Q and every extension: finitely identifiable, as
the theorem says. A test proves the hypothesis for this and all other instances.

**Taken on trust.** Nothing.

**Not claimed.** The theorem: it is cited, and the instances agree with it.

**See also** `identifiability/localization_uncut`.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((4, 3, 2, 2), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 3, 2, 2), degrees=2),
    PolynomialNetwork((5, 4, 3, 2), degrees=2),
    PolynomialNetwork((3, 3, 3, 3), degrees=2),
    PolynomialNetwork((2, 2, 3, 1), degrees=(3, 5)),
    PolynomialNetwork((3, 3, 2, 1), degrees=(2, 3)),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
