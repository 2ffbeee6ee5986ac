"""A vector that occurs twice in its term moves twice as fast.

**Limits** `dynamics/cp_norms`.

**Instance.** Σ_r w_r ⊗ w_r ⊗ v_r for two terms of shape 2×2×2: f = Σ_r ⟨w_r, x⟩² ⟨v_r, y⟩, and the quantity Σ_r c_r
(|w_r|² − |v_r|²).

**Proof.** d/dt |w_r|² is twice d/dt |v_r|², so that |w_r|² − 2 |v_r|² is conserved instead.

**Established here.** That the derivative of the quantity along the gradient fields does not depend on the weights,
as it would not if it were zero, is refuted. Over Q and every extension. Only the hypothesis that the vectors of a
term are different parameters fails.

**Taken on trust.** Nothing.

**Not claimed.** That nothing else is conserved.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import VectorField, derivative, einsum


def value(x: Any, y: Any, w: Any, v: Any, c: Any) -> Any:
    return einsum("r,r->", (w @ x) ** 2, v @ y)


def gradient(w: Any, v: Any, c: Any) -> dict[str, Any]:
    """Of Σ c_r (|w_r|² − |v_r|²) by w and v."""
    return {"w": 2 * einsum("r,ri->ri", c, w), "v": -2 * einsum("r,ri->ri", c, v)}


INSTANCE = Law.trace(value, {"x": (2,), "y": (2,)}, {"w": (2, 2), "v": (2, 2), "c": (2,)})


def proof(instance: Law = INSTANCE) -> Verdict:
    rate = derivative(instance, VectorField.trace(gradient, instance))
    return verify(DimensionAtMost(rate, 0))
