"""The dimension of a layer of attention without a softmax.

**Instance.** Width 2, two tokens, K and Q with two rows, one output: 5. In `INSTANCES` the dimensions 4, 6, 10, 13, 15.

**Proof.** For two tokens or more the functions are the products (V y)_i (Aᵀ y)_j with their coefficients, as is said in
`depth/lightning_attention`. V is any m×d matrix, A any d×d matrix of rank at most a ≤ d, which is a variety of
dimension a (2 d − a). By unique factorization V and A are determined up to s and, if both have rank one, up to an
exchange of two linear forms: fibres have dimension one, and m d + a (2 d − a) − 1 are left.

**Established here.** The dimension, m d + a (2 d − a) − 1, from both sides, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Dimensions of several layers: see `dimension/lightning_layers`.

**See also** `depth/lightning_one_token`.
"""

from algebra_tnn import DimensionBetween, Verdict, verify
from algebra_tnn.models.structured import LightningAttention

INSTANCE = LightningAttention(width=2, tokens=2, rank=2, outputs=1)
INSTANCES = [
    INSTANCE,
    LightningAttention(2, 2, 1, 1),
    LightningAttention(2, 3, 1, 2),
    LightningAttention(3, 2, 1, 2),
    LightningAttention(3, 2, 2, 2),
    LightningAttention(4, 2, 2, 1),
]


def count(layer: LightningAttention) -> int:
    """m d + a (2 d − a) − 1."""
    d, a = layer.width, layer.rank
    return layer.outputs * d + a * (2 * d - a) - 1


def proof(instance: LightningAttention = INSTANCE) -> Verdict:
    return verify(DimensionBetween(instance.law(), count(instance), count(instance)))
