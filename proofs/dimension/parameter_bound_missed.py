"""Both counts allow 15, and the dimension is less.

**Limits** `dimension/parameter_bound`.

**Instance.** Widths (3,3,3,1) with t²: 21 weights, 6 hidden neurons, 15 coefficients of a ternary quartic.

**Proof.** The last two layers make a quadratic form in three quantities, which 6 numbers describe. Weights before
that count 9, less the 3 rescalings of the first layer: 12 in all.

**Established here.** That the dimension is at least 15 is refuted, over Q and every extension. No hypothesis fails:
the statement is an upper bound, and the "expected dimension" of the literature is a convention.

**Taken on trust.** Nothing.

**Not claimed.** That the refutation needs the exact value; it is 12 by `dimension/rotations`.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 3, 3, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 2, 3, 1), degrees=3),
    PolynomialNetwork((3, 2, 1), degrees=2),
    PolynomialNetwork((4, 3, 3, 1), degrees=2),
    PolynomialNetwork((3, 5, 1), degrees=4),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.expected_dimension))
