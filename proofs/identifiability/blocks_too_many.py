"""Blocks that are identifiable each, in a network that has more parameters than its space has dimensions.

**Limits** `identifiability/blocks`.

**Instance.** Widths (2,3,3,1) with t³: the blocks (2,3,3) and (3,3,1) have dimensions 12 and 9, as they should.

**Proof.** The network has 18 − 6 = 12 parameters up to rescaling, but binary forms of degree 9 have 10
coefficients.

**Established here.** That the dimension is at least 12 is refuted, over Q and every extension. The hypotheses hold,
as a test proves; the statement is false.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 10.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 3, 3, 1), degrees=3)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 3, 3, 2), degrees=(3, 2)),
    PolynomialNetwork((2, 3, 4, 1), degrees=(3, 4)),
    PolynomialNetwork((2, 4, 4, 1), degrees=(4, 3)),
    PolynomialNetwork((2, 4, 4, 1), degrees=(4, 4)),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
