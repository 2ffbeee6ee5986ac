"""Parameters minus hidden neurons, and the number of coefficients, bound the dimension; both are attained.

**Instance.** Widths (3,2,2) with t²: 10 weights, 2 hidden neurons, 2 · 6 coefficients.

**Proof.** The functions lie in the space of d_L-tuples of forms of degree Π r_l, and it has the second number as
its dimension. For the first, let s ≠ 0 multiply row i of W_l, and s^(−r_l) column i of W_(l+1): nothing changes.
These rescalings form a torus with one factor for each hidden neuron. Where no weight is zero only finitely many of
its elements fix all weights: those of the first hidden layer must have s = 1, since they alone move W_1; then those
of the second, and so on. So its orbits, which lie in the fibres, have as many dimensions as there are hidden
neurons.

**Established here.** The dimension is 8 = 10 − 2, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That one of the two bounds is always attained.

**See also** `dimension/parameter_bound_missed`, where neither is attained, and `dimension/power_activation` for
other activations.
"""

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 2, 2), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 2, 2), degrees=2),
    PolynomialNetwork((2, 2, 1), degrees=2),
    PolynomialNetwork((3, 2, 3), degrees=2),
    PolynomialNetwork((2, 2, 2, 1), degrees=2),
    PolynomialNetwork((4, 4, 3), degrees=3),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    expected = instance.expected_dimension
    return verify(DimensionBetween(instance.law(), expected, expected))
