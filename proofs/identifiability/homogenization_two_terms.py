"""With t² + t the neuron that should carry 1 does not.

**Limits** `identifiability/homogenization`.

**Instance.** Widths (2,2,2) with t² + t and biases; (3,3,2) with t² + t without, at x_0 = 1.

**Proof.** The additional neuron has the pre-activation 1 and the activation 1² + 1 = 2, so the outputs get 2 b_2.

**Established here.** That the wide network at (x, 1) has the outputs of the network with biases at x, as polynomials
in x and all parameters, is refuted, over Q and every extension. Only that the activation is a power fails.

**Taken on trust.** Nothing.

**Not claimed.** That no other matrices would do: a neuron with the activation t² or t in a layer of its own kind
would.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, PolynomialNetwork, Verdict, verify
from algebra_tnn.laws import einsum

INSTANCE = PolynomialNetwork((2, 2, 2), activations="x^2 + x", biases=True)

PADDING = [[1, 0], [0, 1], [0, 0]]
LAST = [0, 0, 1]
CORNER = [[0, 0, 0], [0, 0, 0], [0, 0, 1]]


def difference(network: PolynomialNetwork) -> Law:
    """c times (outputs of the wide network at (x, 1) − outputs)."""

    def forward(x: Any, W1: Any, b1: Any, W2: Any, b2: Any, c: Any) -> Any:
        V1 = einsum("pi,ij,qj->pq", PADDING, W1, PADDING) + einsum("pi,i,q->pq", PADDING, b1, LAST) + CORNER
        V2 = einsum("ij,qj->iq", W2, PADDING) + einsum("i,q->iq", b2, LAST)
        z = V1 @ (einsum("ij,j->i", PADDING, x) + LAST)
        return c * (V2 @ (z**2 + z) - network.forward(x, W1=W1, b1=b1, W2=W2, b2=b2))

    return Law.trace(forward, {"x": (2,), **network.parameters}, {"c": ()})


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0))
