"""With biases, neurons with a quadratic activation can be rescaled.

**Instance.** Widths (3,2,2) with t² + t and biases: 14 parameters, 2 hidden neurons.

**Proof.** Write σ = α (t + β)^r + γ. Multiply a neuron's weights and its bias plus β by s, and the weights that
leave it by s^(−r); γ times what those lose is added to the biases of the next layer. To first order in s − 1 these
are vector fields along which the output is constant. Here t² + t = (t + 1/2)² − 1/4. Where all parameters are 1 the
fields are independent: at the weights that enter output 0 they are −r times a unit vector, and −r is 1 modulo r +
1.

**Established here.** The dimension is at most 12 = 14 − 2, over Q and every extension: the certificate holds the
fields, and the checker verifies that the function is constant along them.

**Taken on trust.** Nothing.

**Not claimed.** The lower bound; a test proves it.

**See also** `dimension/two_terms`, the same without biases, and `dimension/two_terms_biased`, where the activation
is no power.
"""

from typing import Any

from algebra_tnn import Certificate, DimensionAtMost, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 2, 2), activations="x^2 + x", biases=True)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 2, 2), degrees=2, biases=True),
    PolynomialNetwork((2, 3, 3), activations="2*x^2 - 4*x + 1", biases=True),
    PolynomialNetwork((3, 2, 1), activations="x^3 + 3*x^2 + 3*x", biases=True),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    n, m, _ = instance.widths
    rescalings, r = instance.symmetries().rescalings, instance.degrees[0]
    evidence = {
        "fields": [field.to_json() for field in rescalings],
        "point": {name: ones(shape) for name, shape in instance.parameters.items()},
        "columns": list(range(n * m + m, n * m + 2 * m)),
        "modulus": r + 1,
        "inverse": [[int(i == j) for j in range(m)] for i in range(m)],
    }
    claim = DimensionAtMost(instance.law(), instance.parameter_count - len(rescalings))
    return verify(claim, by=lambda claim: Certificate(claim, "vector-fields", evidence))


def ones(shape: tuple[int, ...]) -> Any:
    """The tensor of this shape whose entries are all 1."""
    return [ones(shape[1:]) for _ in range(shape[0])] if shape else 1
