"""With one output, the last two layers cannot count more than the forms that they could be.

**Instance.** Widths (2,2,3,1) with t³: 13 − 5 = 8 weights up to rescaling, 10 coefficients.

**Proof.** The output is F(h), where h is what leaves hidden layer L − 2, and F, by the last two layers, a form of
degree r_(L−1) in d_(L−2) variables. Those forms have C(d_(L−2) + r_(L−1) − 1, r_(L−1)) coefficients. The weights
before h count with the rescalings of hidden layers 1, …, L − 2 taken off, which are moved into F. Here 4 − 2 + 4 =
6.

**Established here.** The dimension is 6, over Q and every extension: the third count is attained, and less than
both others.

**Taken on trust.** Nothing.

**Not claimed.** That the least of the three counts is the dimension.

**See also** `dimension/last_block_missed` and `dimension/last_block_exceptional`, where it is not.
"""

from itertools import pairwise
from math import comb

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 2, 3, 1), degrees=3)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 2, 3, 1), degrees=4),
    PolynomialNetwork((2, 2, 3, 1), degrees=5),
    PolynomialNetwork((3, 2, 3, 1), degrees=4),
    PolynomialNetwork((2, 2, 4, 1), degrees=3),
    PolynomialNetwork((3, 3, 3, 1), degrees=2),
]


def refined(network: PolynomialNetwork) -> int:
    """The least of the expected dimension and of the count that ends with forms in the last layer but two."""
    *widths, width, _, _ = network.widths
    layers = [*widths, width]
    before = sum(m * (n - 1) for n, m in pairwise(layers))
    r = network.degrees[-1]
    return min(network.expected_dimension, before + comb(width + r - 1, r))


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    bound = refined(instance)
    return verify(DimensionBetween(instance.law(), bound, bound))
