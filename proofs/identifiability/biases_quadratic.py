"""Squares are not enough for one output.

**Limits** `identifiability/biases`.

**Instance.** Widths (2,2,1) with t² and biases: 9 − 2 = 7 parameters, 6 coefficients.

**Established here.** That the dimension is at least 7 is refuted, over Q and every extension. Only the degree, 2 <
(2 · 3 − 1)/2, fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 6.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 2, 1), degrees=2, biases=True)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((1, 2, 1), degrees=3, biases=True),
    PolynomialNetwork((2, 3, 1), degrees=2, biases=True),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
