"""With squares between them, convolutions are no product.

**Limits** `depth/convolution_product`.

**Instance.** Filters of lengths 2 and 2 on three inputs with t², against the convolution with w(z) v(z).

**Proof.** v_0 (w_0 x_0 + w_1 x_1)² + v_1 (w_0 x_1 + w_1 x_2)² is quadratic in x, and a convolution linear.

**Established here.** That the network is the convolution with w(z) v(z) is refuted, over Q and every extension. Only
the hypothesis that the activation is linear fails.

**Taken on trust.** Nothing.

**Not claimed.** Nothing about the dimension, which is 3 in both cases.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.structured import ConvolutionalNetwork

NETWORK = ConvolutionalNetwork(3, filters=(2, 2), degrees=2)
PLACES = [[[int(a + b == p) for b in range(2)] for a in range(2)] for p in range(3)]


def difference(x: Any, w1: Any, w2: Any, c: Any) -> Any:
    """c times (the network − the convolution with the product)."""
    return c * (NETWORK.forward(x, w1=w1, w2=w2) - einsum("pab,a,b,ip->i", PLACES, w1, w2, x[[[0, 1, 2]]]))


INSTANCE = Law.trace(difference, {**NETWORK.inputs, **NETWORK.parameters}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0))
