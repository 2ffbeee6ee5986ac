"""The second block is identifiable by itself, but only two-dimensional inputs arrive.

**Limits** `identifiability/localization`.

**Instance.** Widths (2,3,3,2) with t³ and then t². The blocks (2,3,3) with t³ and (3,3,2) with t² are finitely
identifiable; that with the width min(2, 3) before the second hidden layer, (2,3,2) with t², is not.

**Established here.** That the dimension is at least 21 − 6 = 15 is refuted, over Q and every extension. Only this
hypothesis fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 14, that of the space.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 3, 3, 2), degrees=(3, 2))
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 4, 4, 2), degrees=(4, 2)),
    PolynomialNetwork((2, 4, 4, 3), degrees=(4, 2)),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
