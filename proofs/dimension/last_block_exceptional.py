"""Five fourth powers of linear forms in three variables count one too few, and a network inherits it.

**Limits** `dimension/last_block`.

**Instance.** Widths (3,3,5,1) with t³ and then t⁴: the counts are 29 − 8 = 21, 91 coefficients, and 9 − 3 + 15 =
21.

**Proof.** Sums of five fourth powers in three variables fill a hypersurface in the 15-dimensional space of
quartics, the exception of Alexander and Hirschowitz: a conic passes through the five points, and its square is
singular there. So the last block counts 14 and not 15.

**Established here.** That the dimension is at least 21 is refuted, over Q and every extension. No hypothesis fails.

**Taken on trust.** Nothing.

**Not claimed.** That all exceptions come from two-layer blocks.
"""

from itertools import pairwise
from math import comb

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 3, 5, 1), degrees=(3, 4))
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 3, 5, 1), degrees=(2, 4)),
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
