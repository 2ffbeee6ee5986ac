"""Filters that are read backwards are other weights.

**Limits** `depth/convolutional_network`.

**Instance.** Three inputs and one filter of length 2: w_0 x_i + w_1 x_(i+1), against w_1 x_i + w_0 x_(i+1).

**Proof.** They differ by (w_0 − w_1)(x_i − x_(i+1)).

**Established here.** That the difference is zero is refuted, over Q and every extension. Only the hypothesis that the
filter is read forwards fails.

**Taken on trust.** Nothing.

**Not claimed.** That the functions of all filters differ: they are the same, with the weights in another order.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.models.structured import ConvolutionalNetwork

NETWORK = ConvolutionalNetwork(3, filters=(2,))


def difference(x: Any, w1: Any, c: Any) -> Any:
    """c times (the network − the polynomial network with the weights in reverse order)."""
    return c * (NETWORK.forward(x, w1=w1) - NETWORK.network.forward(x, W1=w1[[1, 0]]))


INSTANCE = Law.trace(difference, {**NETWORK.inputs, **NETWORK.parameters}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0))
