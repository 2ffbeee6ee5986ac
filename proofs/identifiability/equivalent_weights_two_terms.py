"""With t² + t neurons cannot be rescaled.

**Limits** `identifiability/equivalent_weights`.

**Instance.** Widths (2,2,1) with t² + t, row i of W_1 multiplied by s_i and column i of W_2 divided by s_i², as if
the activation were t².

**Proof.** The linear part of the output, W_2 W_1 x, becomes Σ_i w_i s_i^(−1) ⟨a_i, x⟩.

**Established here.** Equality of the outputs, as polynomials in x, weights and scalings, is refuted, over Q and every
extension. Only that the activation is a power fails; permutations still keep the outputs.

**Taken on trust.** Nothing.

**Not claimed.** That there is no other way to rescale: `dimension/two_terms` says so.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, PolynomialNetwork, Verdict, verify
from algebra_tnn.laws import einsum

INSTANCE = PolynomialNetwork((2, 2, 1), activations="x^2 + x")


def difference(network: PolynomialNetwork) -> Law:
    """c times (outputs after − outputs before), with W_2 = V_2 diag(s)²."""

    def forward(x: Any, W1: Any, V2: Any, s: Any, c: Any) -> Any:
        z = einsum("i,ij->ij", s, W1) @ x
        return c * (V2 @ (z**2 + z) - network.forward(x, W1=W1, W2=einsum("ij,j->ij", V2, s**2)))

    return Law.trace(forward, {"x": (2,), "W1": (2, 2), "V2": (1, 2), "s": (2,)}, {"c": ()})


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0))
