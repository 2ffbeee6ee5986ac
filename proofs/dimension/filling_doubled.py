"""A network that fills its space represents everything exactly once its widths are doubled.

**Instance.** Widths (2,2,1) with t³: all 4 coefficients of a binary cubic.

**Proof.** Over R the image S contains a ball with some centre g, since the map is a submersion somewhere, and is
closed under multiplication by numbers, which the last layer does. For any f in the space, f/n + g lies in the ball
for large n, so f = n (f/n + g) − n g is a difference, hence a sum, of two elements of S. Two networks side by side,
with all weights between them zero, are one of widths (d_0, 2 d_1, …, 2 d_(L−1), d_L). Over C the image contains a
dense open set U (Chevalley), U meets f − U, and the same follows. For example x²y = ((x + y)³ − (x − y)³)/6 − y³/3.

**Established here.** The network fills: its dimension is at least 4, over Q and every extension. A test evaluates
the example.

**Taken on trust.** Nothing.

**Not claimed.** Over Q: the image of rational weights need not contain an open set of rational points.

**See also** `dimension/filling_not_all`: without doubling, filling is not representing.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 2, 1), degrees=3)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 2, 1), degrees=2),
    PolynomialNetwork((2, 2, 2, 1), degrees=2),
    PolynomialNetwork((2, 3, 3, 2, 1), degrees=2),
    PolynomialNetwork((2, 2, 2), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.ambient_dimension))
