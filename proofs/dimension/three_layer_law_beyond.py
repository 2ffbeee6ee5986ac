"""A wider second layer: the formula falls below the dimension.

**Limits** `dimension/three_layer_law`.

**Instance.** Widths (2,4,6,1) with t²: 5 coefficients, and 18 + 10 − 24 = 4.

**Proof.** The 24 weights of layer 2 are more than the 18 dimensions of the first part, (2,4,6), and act with a
smaller rank on both parts: H7 takes this rank in their place.

**Established here.** That the dimension is at most 4 is refuted, over Q and every extension. Only d_2 ≤ 5 fails.

**Taken on trust.** Nothing.

**Not claimed.** A formula for all widths; the dimension is 5, and the network fills its space.
"""

from algebra_tnn import DimensionAtMost, PolynomialNetwork, Verdict, dimension, verify

INSTANCE = PolynomialNetwork((2, 4, 6, 1), degrees=2)


def bounds(network: PolynomialNetwork) -> tuple[int, int]:
    """The two numbers; dimensions of networks with two layers are proved from both sides."""
    (d0, d1, d2, d3), (p, q) = network.widths, network.degrees
    first = dimension(PolynomialNetwork((d0, d1, d2), degrees=p))
    second = dimension(PolynomialNetwork((d1, d2, d3), degrees=q))
    return network.ambient_dimension, first.upper + second.upper - d1 * d2


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance.law(), min(bounds(instance))))
