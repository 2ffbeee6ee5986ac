"""One degree below the threshold, with room in the space.

**Limits** `dimension/activation_threshold` and `dimension/threshold_persists`.

**Instance.** Widths (3,2,3,1) with t⁴: 15 − 5 = 10, of 153 coefficients.

**Proof.** The second block (2,3,1) with t⁴ has only 5 binary quartics to offer instead of 6 parameters.

**Established here.** That the dimension is at least 10 is refuted, over Q and every extension. Only the degree is
too low.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 9.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 2, 3, 1), degrees=4)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 2, 3, 1), degrees=3),
    PolynomialNetwork((2, 2, 3, 1), degrees=4),
    PolynomialNetwork((2, 4, 1), degrees=6),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
