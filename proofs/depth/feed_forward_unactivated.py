"""Without the activation between them, the two parts of a network are not the network.

**Limits** `depth/feed_forward`.

**Instance.** (2,2,1) with t², cut at its hidden layer; the parts are the linear maps W_1 and W_2.

**Proof.** W_2 W_1 x is linear in x and W_2 (W_1 x)² is quadratic.

**Established here.** That the difference of the network and of W_2 W_1 x is zero is refuted, over Q and every
extension. Only the hypothesis that the activation stands between the parts fails.

**Taken on trust.** Nothing.

**Not claimed.** Nothing about networks of degree 1, where it is true.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, PolynomialNetwork, Verdict, verify

NETWORK = PolynomialNetwork((2, 2, 1), degrees=2)


def difference(x: Any, W1: Any, W2: Any, c: Any) -> Any:
    """c times (the network − its two parts, one after the other)."""
    return c * (NETWORK.forward(x, W1=W1, W2=W2) - W2 @ (W1 @ x))


INSTANCE = Law.trace(difference, {"x": (2,), **NETWORK.parameters}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0))
