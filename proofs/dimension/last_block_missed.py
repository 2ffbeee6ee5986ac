"""A first layer with more neurons than quadratic, or cubic, forms makes all three counts too large.

**Limits** `dimension/last_block`.

**Instance.** Widths (3,4,2,1) with t² and then t³. The counts are 22 − 6 = 16 and 28, and, with the last block
counted by its forms, 12 − 4 + 20.

**Proof.** The two pre-activations of the second hidden layer are quadratic forms in three variables, with 12
coefficients in all; the two weights behind them are absorbed by the rescalings.

**Established here.** That the dimension is at least 16 is refuted, over Q and every extension. No hypothesis fails.

**Taken on trust.** Nothing.

**Not claimed.** The exact value, 12, which `algebra-tnn dimension` proves.
"""

from itertools import pairwise
from math import comb

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 4, 2, 1), degrees=(2, 3))
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 3, 2, 1), degrees=(3, 3)),
    PolynomialNetwork((2, 4, 2, 1), degrees=(4, 3)),
    PolynomialNetwork((3, 4, 2, 1), degrees=2),
    PolynomialNetwork((5, 4, 3, 1), degrees=2),
]


def refined(network: PolynomialNetwork) -> int:
    """The least of the expected dimension and of the count that ends with forms in the last layer but two."""
    *widths, width, _, _ = network.widths
    layers = [*widths, width]
    before = sum(m * (n - 1) for n, m in pairwise(layers))
    r = network.degrees[-1]
    return min(network.expected_dimension, before + comb(width + r - 1, r))


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), refined(instance)))
