"""Where the blocks decide.

**Instance.** Widths (3,3,2,1) with t² and then t³: the blocks (3,3,2) with t² and (3,2,1) with t³.

**Established here.** The dimension is at least 17 − 5 = 12, over Q and every extension: blocks and network are
finitely identifiable.

**Taken on trust.** Nothing.

**Not claimed.** That this is a rule.

**See also** `identifiability/blocks_too_many`.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 3, 2, 1), degrees=(2, 3))
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 4, 4, 1), degrees=(2, 3)),
    PolynomialNetwork((2, 3, 3, 2), degrees=(3, 3)),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
