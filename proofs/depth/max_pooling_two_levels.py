"""Two levels of max pooling: one channel at the root has a larger rank than one unit.

**Limits** `depth/max_pooling_units` and `depth/max_pooling_units_attained`.

**Instance.** Four inputs of two templates, channels (2,1), with the grid tensor 2 − [d_0 = d_1] [d_2 = d_3].

**Established here.** That the separation rank at the inputs 0 and 2 is at most 3 = 1 + 1 · 2 · 1 is refuted, over Q
and every extension: it is 4. Only that the inputs themselves are what is pooled, in one layer of units, fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything of networks whose two levels have one channel each: they are one unit,
`depth/max_pooling_narrow`.

**See also** `depth/max_pooling_deep`.
"""

from algebra_tnn import SeparationRankAtMost, Verdict, verify
from algebra_tnn.models.pooling import largest_rank, pairs_network

INSTANCE = (4, 2, 2)


def proof(instance: tuple[int, int, int] = INSTANCE) -> Verdict:
    network, weights = pairs_network(*instance)
    law = network.at(weights)
    bound = largest_rank(network.channels[-1], network.inputs // 2, network.dimension)
    return verify(SeparationRankAtMost(law, law.input_names[::2], bound))
