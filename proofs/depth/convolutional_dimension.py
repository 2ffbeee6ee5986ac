"""The dimension of a convolutional network in one dimension: filters up to rescaling.

**Instance.** Filters of lengths 2 and 2 with t²: 2 + 2 − 1 = 3. In `INSTANCES` three filters, strides, t³ and t.

**Proof.** If w_l is multiplied by s ≠ 0 and w_(l+1) by s^(−r), the function stays the same, since (s t)^r = s^r t^r.
For L filters these are L − 1 independent rescalings, and the dimension is at most Σ k_l − (L − 1).

**Established here.** The dimension is Σ k_l − (L − 1), from both sides, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That the bound is attained for all lengths, strides and degrees: see `identifiability/filters` and
`identifiability/filter_zeros`, and [ShahverdiMarchettiKohn2024].

**See also** `depth/convolutional_dimension_two_terms`.
"""

from algebra_tnn import DimensionBetween, Verdict, verify
from algebra_tnn.models.structured import ConvolutionalNetwork

INSTANCE = ConvolutionalNetwork(4, filters=(2, 2), degrees=2)
INSTANCES = [
    INSTANCE,
    ConvolutionalNetwork(5, filters=(3, 2), degrees=2),
    ConvolutionalNetwork(6, filters=(3, 3), degrees=2),
    ConvolutionalNetwork(5, filters=(2, 2, 2), degrees=2),
    ConvolutionalNetwork(7, filters=(2, 2, 2), degrees=(3, 2), strides=(2, 1, 1)),
    ConvolutionalNetwork(4, filters=(2, 2, 2), degrees=1),
]


def count(network: ConvolutionalNetwork) -> int:
    """Σ k_l − (L − 1)."""
    return sum(network.filters) - len(network.filters) + 1


def proof(instance: ConvolutionalNetwork = INSTANCE) -> Verdict:
    return verify(DimensionBetween(instance.law(), count(instance), count(instance)))
