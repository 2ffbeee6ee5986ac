"""With one channel a deep rectified network with max pooling has a lower rank.

**Limits** `depth/max_pooling_deep` and `depth/max_pooling_wide`.

**Instance.** The same weights with channels (1,1): 1 − [d_0 = d_1 = 0] [d_2 = d_3 = 0], at the inputs 0 and 2.

**Proof.** With one channel in every level each pool is max(0, b p, b′ p′) of pools p, p′ from 0 on, and so the largest
of 0 and of positive multiples of all values of the inputs below it, but those whose factor is not positive. The whole
is one rectified unit, and has a rank of at most 1 + (N/2) (M − 1) = 3, for all weights.

**Established here.** That the matrix of this grid tensor has rank 4 = 2² is refuted, over Q and every extension. Only
that there are as many channels as templates, r_0 ≥ r = 2, fails.

**Taken on trust.** Nothing.

**Not claimed.** That r_0 has to be large where later levels have several channels.
"""

from algebra_tnn import Tensor, TensorRankAtLeast, Verdict, verify
from algebra_tnn.models.pooling import pairs_network

INSTANCE = (4, 2, 1)


def proof(instance: tuple[int, int, int] = INSTANCE) -> Verdict:
    inputs, templates, width = instance
    network, weights = pairs_network(inputs, templates, width)
    matrix = network.grid_tensor(weights).matricized(range(0, inputs, 2))
    return verify(TensorRankAtLeast(Tensor.from_nested(matrix), templates ** (inputs // 2)))
