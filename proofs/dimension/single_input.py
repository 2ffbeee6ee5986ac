"""With one input, there is only one monomial.

**Limits** `dimension/activation_threshold`.

**Instance.** Widths (1,2,1) with t⁵: 4 − 2 = 2, but all functions are multiples of x⁵.

**Established here.** That the dimension is at least 2 is refuted, over Q and every extension. Only d_0 ≥ 2 fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 1.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((1, 2, 1), degrees=5)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((1, 2, 1), degrees=2),
    PolynomialNetwork((1, 2, 1), degrees=3),
    PolynomialNetwork((1, 2, 1), degrees=9),
    PolynomialNetwork((1, 2, 2, 1), degrees=3),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
