"""No block is to blame.

**Limits** `identifiability/unidentifiable_block`.

**Instance.** Widths (3,4,4,2) with t²: the blocks (3,4,4) and (4,4,2) are both finitely identifiable.

**Established here.** The dimension is at least 36 − 8 = 28, over Q and every extension: finitely identifiable. Only
the hypothesis fails.

**Taken on trust.** Nothing.

**Not claimed.** That this is always so: `identifiability/blocks_too_many`.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 4, 4, 2), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((4, 3, 2, 2), degrees=2),
    PolynomialNetwork((2, 3, 3, 2), degrees=(3, 3)),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
