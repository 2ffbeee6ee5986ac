"""A symmetry whose generator is not symmetric conserves no quadratic form of its own.

**Limits** `dynamics/symmetric_generators`.

**Instance.** f(x) = ⟨w_0, x⟩ with an idle second row w_1: f does not change along the field w_1′ = w_0, w_0′ = 0,
which is θ ↦ A θ for a nilpotent A. The quantity is ⟨θ, A θ⟩ = ⟨w_1, w_0⟩.

**Proof.** Its derivative along the gradient of u f(x) is u ⟨w_1, x⟩.

**Established here.** That this derivative does not depend on the weights, as it would not if it were zero, is
refuted. Over Q and every extension. Only the symmetry of A fails.

**Taken on trust.** Nothing.

**Not claimed.** That nothing is conserved: w_1 is.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import VectorField, derivative

A = [[0, 0], [1, 0]]  # acts on the rows
SYMMETRIZED = [[0, 1], [1, 0]]  # the gradient of ⟨W, A W⟩ is (A + Aᵀ) W


def value(x: Any, W: Any) -> Any:
    return W[0] @ x


INSTANCE = Law.trace(value, {"x": (2,)}, {"W": (2, 2)})


def proof(instance: Law = INSTANCE) -> Verdict:
    gradient = VectorField.trace(lambda W: {"W": SYMMETRIZED @ W}, instance)
    return verify(DimensionAtMost(derivative(instance, gradient), 0))
