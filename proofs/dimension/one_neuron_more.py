"""One hidden neuron more, and no equation is left.

**Limits** `dimension/coefficient_determinant`, `dimension/symmetric_determinant`, `dimension/catalecticant`,
`dimension/stacked_catalecticants`, `dimension/aronhold`.

**Instance.** Widths (2,3,3) with t², one neuron more than `dimension/coefficient_determinant`; the other instances
are one more than the other hypersurfaces.

**Established here.** That the functions lie in a hypersurface, of dimension 8, is refuted over Q and every
extension. Only the hidden width is another.

**Taken on trust.** Nothing.

**Not claimed.** That the last neuron is needed in each of the other cases for exact representation.
"""

from algebra_tnn import DimensionAtMost, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 3, 3), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 4, 4), degrees=3),
    PolynomialNetwork((3, 3, 1), degrees=2),
    PolynomialNetwork((2, 3, 1), degrees=4),
    PolynomialNetwork((3, 6, 1), degrees=4),
    PolynomialNetwork((2, 4, 2), degrees=4),
    PolynomialNetwork((3, 4, 1), degrees=3),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance.law(), instance.ambient_dimension - 1))
