"""Zeros of filters do not change places across a stride.

**Limits** `identifiability/filter_zeros`.

**Instance.** Filters of length 2 with the strides 2 and 1: u and v become v and u.

**Proof.** The network is the convolution with u(z) v(z²), and v(z) u(z²) is another polynomial.

**Established here.** That both functions are the same, as polynomials in inputs and filters, is refuted, over Q and
every extension. Only the hypothesis fails that the strides before both layers have the same product.

**Taken on trust.** Nothing.

**Not claimed.** Nothing about special filters, such as equal ones.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws.traced_values import traced_value
from algebra_tnn.models.structured import ConvolutionalNetwork

NETWORK = ConvolutionalNetwork.at_one((2, 2), degrees=1, strides=(2, 1))


def difference(x: Any, u: Any, v: Any, c: Any) -> Any:
    """c times (the network with the filters u, v − that with v, u)."""
    one, other = (traced_value(NETWORK.law(), {"x": x, "w1": w1, "w2": w2}) for w1, w2 in ((u, v), (v, u)))
    return c * (one - other)


INSTANCE = Law.trace(difference, {**NETWORK.inputs, "u": (2,), "v": (2,)}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0))
