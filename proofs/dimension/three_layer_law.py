"""The dimension of a network of three layers, read off from those of its parts.

**Instance.** Widths (3,4,2,1) with t²: 15 coefficients, and 12 + 7 − 8 = 11.

**Proof.** "At most", where the weights of layer 2 act on both parts with full rank d_1 d_2: the first number is that
of coefficients, and the second is H7. The bounds of D19, D(d_0, d_1, d_2) + d_2 d_3 − d_2 and d_0 d_1 + D(d_1, d_2,
d_3) − d_1, are not less than the second, since D(d_1, d_2, d_3) ≤ d_1 d_2 + d_2 d_3 − d_2 and D(d_0, d_1, d_2) ≤ d_0
d_1 + d_1 d_2 − d_1 by D17.

**Established here.** The dimension is 11, the lesser of the two, over Q and every extension; in the wide run five
others, for some of which it is the first.

**Taken on trust.** Nothing.

**Not claimed.** The law: it is an observation about 624 networks, and no proof of "at least" is known.

**See also** `dimension/three_layer_law_beyond`.
"""

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, dimension, verify

INSTANCE = PolynomialNetwork((3, 4, 2, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 3, 3, 1), degrees=3),
    PolynomialNetwork((2, 3, 2, 1), degrees=3),
    PolynomialNetwork((2, 2, 3, 1), degrees=3),
    PolynomialNetwork((3, 2, 2, 2), degrees=2),
    PolynomialNetwork((3, 3, 3, 1), degrees=2),
]


def bounds(network: PolynomialNetwork) -> tuple[int, int]:
    """The two numbers; dimensions of networks with two layers are proved from both sides."""
    (d0, d1, d2, d3), (p, q) = network.widths, network.degrees
    first = dimension(PolynomialNetwork((d0, d1, d2), degrees=p))
    second = dimension(PolynomialNetwork((d1, d2, d3), degrees=q))
    return network.ambient_dimension, first.upper + second.upper - d1 * d2


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    value = min(bounds(instance))
    return verify(DimensionBetween(instance.law(), value, value))
