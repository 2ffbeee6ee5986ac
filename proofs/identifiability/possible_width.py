"""As many neurons as allowed, and outputs enough.

**Limits** `identifiability/impossible_width`.

**Instance.** Widths (3,4,4) with t²: 4 ≤ 6 = C(3 + 1, 2).

**Established here.** The dimension is at least 28 − 4 = 24, over Q and every extension: finitely identifiable. Only
d_1 > C(d_0 + 1, 2) fails.

**Taken on trust.** Nothing.

**Not claimed.** That d_1 = 5 or 6 would do: (3,5,5) does not. The bound of the statement is not sharp.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 4, 4), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 2, 2), degrees=2),
    PolynomialNetwork((4, 6, 6), degrees=2),
    PolynomialNetwork((4, 7, 7), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
