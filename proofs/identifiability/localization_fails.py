"""Where localization fails, and rightly so.

**Instance.** Widths (2,3,4,1) with t³ and then t⁴: the block (2,4,1) with t⁴ is not finitely identifiable.

**Established here.** That the dimension is at least 22 − 7 = 15 is refuted, over Q and every extension: it is at
most 13.

**Taken on trust.** Nothing.

**Not claimed.** That this is a rule.

**See also** `identifiability/localization_unnecessary`.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 3, 4, 1), degrees=(3, 4))
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 3, 3, 2), degrees=(3, 2)),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
