"""Enough coefficients for all parameters, and yet infinitely many weights for each function.

**Limits** `identifiability/finite`.

**Instance.** Widths (3,2,1) with t²: 8 − 2 = 6 parameters, 6 coefficients.

**Proof.** A sum of two squares can be written as such in a one-dimensional family of ways: by rotations.

**Established here.** That the dimension is at least 6 is refuted, over Q and every extension: the weights are not
finitely identifiable. No hypothesis fails; counting is not enough.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 5.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 2, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 3, 3, 1), degrees=2),
    PolynomialNetwork((5, 4, 3, 1), degrees=2),
    PolynomialNetwork((3, 5, 2), degrees=3),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
