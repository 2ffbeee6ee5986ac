"""Biases do not help where the activation is no translated power.

**Limits** `dimension/power_activation`, `dimension/shifted_power`.

**Instance.** Widths (2,2,2) with t³ + t and biases: 12 parameters, 2 hidden neurons.

**Established here.** That the dimension is at most 10 is refuted, over Q and every extension. Only the form of the
activation is another.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 12.
"""

from algebra_tnn import DimensionAtMost, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 2, 2), activations="x^3 + x", biases=True)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 2, 2), activations="x^3 + x", biases=True),
    PolynomialNetwork((2, 2, 1), activations="x^3 + x", biases=True),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    naive = instance.parameter_count - sum(instance.widths[1:-1])
    return verify(DimensionAtMost(instance.law(), naive))
