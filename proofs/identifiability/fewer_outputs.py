"""One output less.

**Limits** `identifiability/more_outputs`.

**Instance.** Widths (4,2,1) with t², one output less than (4,2,2), which is finitely identifiable.

**Established here.** That the dimension is at least 10 − 2 = 8 is refuted, over Q and every extension, although
there are 10 coefficients. Only that no output is removed fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 7.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((4, 2, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 3, 1), degrees=2),
    PolynomialNetwork((5, 4, 3, 1), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
