"""With t³ + t² five neurons of two inputs are independent.

**Limits** `identifiability/impossible_width`.

**Instance.** Widths (2,5,6) with t³ + t²: 5 > 4 = C(2 + 2, 3), but quadratic and cubic forms have 7 coefficients.

**Established here.** The dimension is at least 40, the number of weights, over Q and every extension: finitely many
weights have the same function, and no neuron can be rescaled. Only that the activation is a power fails.

**Taken on trust.** Nothing.

**Not claimed.** A bound for all polynomials; the number of monomials of all degrees that occur is one.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 5, 6), activations="x^3 + x^2")
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((1, 2, 2), activations="x^3 + x^2 + x"),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
