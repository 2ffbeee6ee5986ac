"""The largest value instead of the sum: more than rank two.

**Limits** `depth/average_pooling` and `depth/average_pooling_deep`.

**Instance.** Four inputs of two templates, sixteen rectified units with max pooling, with the grid tensor [d_0 = d_2]
[d_1 = d_3].

**Established here.** That the separation rank of this grid tensor at the first two inputs is at most 2 is refuted,
over Q and every extension: it is 4. Only that values are summed or averaged fails.

**Taken on trust.** Nothing.

**Not claimed.** That so many units are needed for this.

**See also** `depth/max_pooling_universal` for the weights.
"""

from itertools import product

from algebra_tnn import SeparationRankAtMost, Tensor, Verdict, verify
from algebra_tnn.models.pooling import network_of

INSTANCE = Tensor((2,) * 4, tuple(int((a, b) == (c, d)) for a, b, c, d in product(range(2), repeat=4)))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    network, weights = network_of(instance)
    return verify(SeparationRankAtMost(network.at(weights), ("x0", "x1"), 2))
