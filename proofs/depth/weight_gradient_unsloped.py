"""Without the slope of the activation the backward pass gives no gradient.

**Limits** `depth/weight_gradient`.

**Instance.** (1,1,1) with t², one sample: ½ (w v² x² − y)² with v = W_1, w = W_2, and δ = (w v² x² − y) w.

**Proof.** The derivative by v is (w v² x² − y) · 2 w v x · x, and (w v² x² − y) w x is another polynomial.

**Established here.** That both are equal is refuted, over Q and every extension. Only the hypothesis that δ has the
factor σ′(z) fails.

**Taken on trust.** Nothing.

**Not claimed.** Nothing about linear layers, where σ′ = 1.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, PolynomialNetwork, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.structured import WeightGradient

GRADIENT = WeightGradient(PolynomialNetwork((1, 1, 1), degrees=2), layer=1, samples=1)


def difference(X: Any, Y: Any, W1: Any, W2: Any, c: Any) -> Any:
    """c times (δ hᵀ − W_2ᵀ (f − y) xᵀ)."""
    delta, h = GRADIENT.factors(X, Y, W1=W1, W2=W2)
    errors = einsum("oi,ni->no", W2, einsum("ij,nj->ni", W1, X) ** 2) - Y
    return c * (einsum("ni,nj->ij", delta, h) - einsum("oi,no,nj->ij", W2, errors, X))


INSTANCE = Law.trace(difference, GRADIENT.parameters, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0))
