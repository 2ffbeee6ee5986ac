"""Widths that increase once.

**Limits** `identifiability/pyramid`.

**Instance.** Widths (3,4,3,2) with t²: 30 − 7 = 23, of 30 coefficients.

**Proof.** The block (3,4,3) has 18 coefficients for 20 parameters; so the network cannot be identifiable (G11).

**Established here.** That the dimension is at least 23 is refuted, over Q and every extension. Only d_0 ≥ d_1
fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 21.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 4, 3, 2), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 3, 2, 2), degrees=2),
    PolynomialNetwork((4, 4, 6, 3), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
