"""With few layers behind it, a narrow layer is no bottleneck.

**Limits** `dimension/asymptotic_bottleneck`.

**Instance.** Widths (2,2,2,1) with t²: a first layer of width 2, and a product of degrees behind it of 2.

**Established here.** It fills: the dimension is at least 5, over Q and every extension. Only the depth fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about four layers of weights, where no network with such a layer fills.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 2, 2, 1), degrees=2)


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.ambient_dimension))
