"""The gradient by a layer's weights is a sum of one matrix of rank one per sample.

**Instance.** (2,1,1) with t², one sample, the gradient by W_1. In `INSTANCES` two outputs, two samples, and W_2.

**Proof.** Let h enter layer l and z = W_l h. By the chain rule the loss has the derivative δ_i h_j by the entry (i, j)
of W_l, where δ is its derivative by z: f − y in the last layer, and W_(l+1)ᵀ δ ⊙ σ′(z) before. Over samples that is G =
Σ_n δ_n h_nᵀ. *As an identity.* For t² and W_1 let a = f − y at a sample, b = 2 W_2 (z ⊙ E x) and d = W_2 (E x)²: f at
W_1 + s E is f + s b + s² d, so that the loss changes by s ⟨a, b⟩ + s² (½ ⟨b, b⟩ + ⟨a, d⟩) + s³ ⟨b, d⟩ + ½ s⁴ ⟨d, d⟩.
For W_2 the same with b = E h and d = 0.

**Established here.** loss(W + s E) − loss(W) − s ⟨E, G⟩ is that with the terms from s² on alone, as polynomials in s,
E, the weights and the samples, over Q and every extension: G is the gradient.

**Taken on trust.** Nothing.

**Not claimed.** Anything about other losses: δ is then another vector, and the rank is bounded as well.

**See also** `depth/weight_gradient_unsloped`, and `depth/gradient_rank`.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, PolynomialNetwork, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.structured import WeightGradient
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = WeightGradient(PolynomialNetwork((2, 1, 1), degrees=2), layer=1, samples=1)
INSTANCES = [
    INSTANCE,
    WeightGradient(PolynomialNetwork((2, 2, 1), degrees=2), layer=1, samples=2),
    WeightGradient(PolynomialNetwork((1, 2, 2), degrees=2), layer=2, samples=2),
]


def difference(gradient: WeightGradient) -> Law:
    """2 c times (loss(W + s E) − loss(W) − s ⟨E, G⟩ − the terms of higher order in s)."""
    first, shape = gradient.layer == 1, gradient.network.parameters[f"W{gradient.layer}"]

    def forward(X: Any, Y: Any, W1: Any, W2: Any, E: Any, s: Any, c: Any) -> Any:
        def pre_activations(matrix: Any) -> Any:
            return einsum("ij,nj->ni", matrix, X)

        def outputs(squares: Any, matrix: Any = W2) -> Any:
            return einsum("oi,ni->no", matrix, squares)

        z = pre_activations(W1)
        if first:
            e = pre_activations(E)
            b, d, moved = 2 * outputs(z * e), outputs(e**2), outputs(pre_activations(W1 + s * E) ** 2)
        else:
            b, moved = outputs(z**2, E), outputs(z**2, W2 + s * E)
            d = 0 * b
        a, (delta, h) = outputs(z**2) - Y, gradient.factors(X, Y, W1=W1, W2=W2)
        rest = s**2 * (b * b + 2 * a * d).sum() + s**3 * (2 * b * d).sum() + s**4 * (d * d).sum()
        linear = 2 * s * einsum("ij,ni,nj->", E, delta, h)
        return c * (((moved - Y) ** 2).sum() - (a * a).sum() - linear - rest)

    return Law.trace(forward, {**gradient.parameters, "E": shape, "s": ()}, {"c": ()})


def proof(instance: WeightGradient = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0), by=identity)
