"""One output of a quadratic form can be rotated.

**Limits** `identifiability/pyramid`.

**Instance.** Widths (5,4,3,1) with t²: 35 − 7 = 28, of 70 coefficients.

**Established here.** That the dimension is at least 28 is refuted, over Q and every extension. Only r_(L−1) ≥ 3,
which is asked for with one output, fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 25 (`dimension/rotations`).
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((5, 4, 3, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 2, 1), degrees=2),
    PolynomialNetwork((4, 3, 3, 1), degrees=2),
    PolynomialNetwork((3, 3, 2, 1), degrees=(3, 2)),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
