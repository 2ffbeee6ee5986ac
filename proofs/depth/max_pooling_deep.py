"""A deep rectified network with max pooling that a shallow one has only with many units.

**Instance.** Four inputs of two templates, channels (2,1): the matrix at the inputs 0 and 2 is 2 J − I, of rank 4.

**Proof.** Channel α of the first level pools 1 − [d_2k = α] and 1 − [d_(2k+1) = α], which is 1 − [both are α]; the sum
over M channels is M − [d_2k = d_(2k+1)], not less than zero. The largest of these over all pairs k is M − Π_k [d_2k =
d_(2k+1)], and pools of pools do not change it. At every second input this is M J − I, where J is the matrix of ones,
of size R = M^(N/2). It is invertible, since M R ≠ 1. With r < M channels take the templates below r alone. A shallow
rectified network with max pooling and Z units has rank at most 1 + Z (N/2) (r − 1) on these templates
(`depth/max_pooling_units`). So it needs Z ≥ (r^(N/2) − 1)/((N/2) (r − 1)) units, r = min(r_0, M): at least r^(N/2) ·
2/(M N), the constant of the literature, since (R − 1) M ≥ R (r − 1) for r ≤ M and R = r^(N/2) ≥ r.

**Established here.** The separation rank of this grid tensor is 4, over Q and every extension; in the wide run it is 9
for (N, M) = (4, 3), 8 for (6, 2) and 16 for (8, 2). So 2, 2, 3 and 4 units are needed.

**Taken on trust.** Nothing.

**Not claimed.** That so few suffice.

**See also** `depth/max_pooling_narrow`; `depth/max_pooling_wide` for an open set of weights that needs width.
"""

from algebra_tnn import SeparationRankBetween, Verdict, verify
from algebra_tnn.models.pooling import pairs_network

INSTANCE = (4, 2, 2)
INSTANCES = [(4, 2, 2), (4, 3, 3), (6, 2, 2), (8, 2, 2)]


def proof(instance: tuple[int, int, int] = INSTANCE) -> Verdict:
    inputs, templates, width = instance
    network, weights = pairs_network(inputs, templates, width)
    rank = templates ** (inputs // 2)
    law = network.at(weights)
    return verify(SeparationRankBetween(law, law.input_names[::2], rank, rank))
