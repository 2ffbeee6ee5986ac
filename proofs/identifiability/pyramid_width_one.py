"""A last hidden layer of width one.

**Limits** `identifiability/pyramid`.

**Instance.** Widths (3,2,1,2) with t²: 10 − 3 = 7.

**Proof.** The outputs are multiples of the square of one quadratic form of rank 2: 5 + 2 − 1 = 6.

**Established here.** That the dimension is at least 7 is refuted, over Q and every extension. Only d_(L−1) ≥ 2
fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 6.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 2, 1, 2), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((4, 3, 1, 2), degrees=2),
    PolynomialNetwork((3, 2, 1, 2), degrees=(2, 3)),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
