"""With t² + t and no biases, all weights count.

**Limits** `dimension/power_activation`, `dimension/shifted_power`.

**Instance.** Widths (3,2,2) with t² + t: 10 weights, 2 hidden neurons.

**Proof.** The linear part of the outputs is W_2 W_1, the quadratic part determines the neurons up to scale: both
fix the scale.

**Established here.** That the dimension is at most 8 is refuted, over Q and every extension, in the wide run also
with t³ + t. Only the hypothesis on activation and biases fails: t² + t = (t + 1/2)² − 1/4 could be rescaled with
biases.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 10.
"""

from algebra_tnn import DimensionAtMost, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 2, 2), activations="x^2 + x")
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 2, 2), activations="x^3 + x"),
    PolynomialNetwork((2, 2, 2), activations="x^3 + x^2"),
    PolynomialNetwork((3, 2, 2), activations="x^2 + 2*x + 1"),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    naive = instance.parameter_count - sum(instance.widths[1:-1])
    return verify(DimensionAtMost(instance.law(), naive))
