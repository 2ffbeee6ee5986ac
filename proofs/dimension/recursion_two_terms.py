"""With t³ + t nothing is lost at the cut.

**Limits** `dimension/recursion`.

**Instance.** Widths (2,2,2) with t³ + t, cut at its hidden layer: both parts are 2×2 matrices of dimension 4.

**Established here.** That the dimension is at most 4 + 4 − 2 = 6 is refuted, over Q and every extension. All
hypotheses hold but the one on the activation.

**Taken on trust.** Nothing.

**Not claimed.** The exact value; it is 8, the number of weights.
"""

from algebra_tnn import DimensionAtMost, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 2, 2), activations="x^3 + x")
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 2, 2), activations="x^2 + x"),
    PolynomialNetwork((3, 3, 3), activations="x^3 + x^2"),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    n, m, k = instance.widths
    return verify(DimensionAtMost(instance.law(), n * m + m * k - m))
