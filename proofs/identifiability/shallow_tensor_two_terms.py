"""With t² + t the outputs are no values of one tensor.

**Limits** `identifiability/shallow_tensor`.

**Instance.** Widths (3,2,2) with t² + t, and F = Σ_j w_j ⊗ a_j ⊗ a_j.

**Proof.** f has a linear part W_2 W_1 x, and the values of F have none.

**Established here.** That f(x) = F(·, x, x), as polynomials in x and all weights, is refuted, over Q and every
extension. Only that the activation is a power fails.

**Taken on trust.** Nothing.

**Not claimed.** That nothing can be done: the tensors of all degrees together, or of the homogenized network, take
the place of F.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, PolynomialNetwork, Verdict, verify
from algebra_tnn.laws import einsum

INSTANCE = PolynomialNetwork((3, 2, 2), activations="x^2 + x")


def difference(network: PolynomialNetwork) -> Law:
    """c times (outputs − values of the tensor)."""

    def forward(x: Any, W1: Any, W2: Any, c: Any) -> Any:
        F = einsum("aj,jb,jc->abc", W2, W1, W1)
        return c * (network.forward(x, W1=W1, W2=W2) - einsum("abc,b,c->a", F, x, x))

    return Law.trace(forward, {"x": (network.widths[0],), **network.parameters}, {"c": ()})


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0))
