"""For weights of other lengths the Hermite coefficients of the rectified linear unit are others.

**Limits** `learning/relu_coefficients`.

**Instance.** k = 2, one variable, w = 2, b = 0, with a variable φ for the value of the density at 0.

**Proof.** E[max(0, 2t) He_2(t)] = 2 φ(0), since max(0, 2t) = 2 max(0, t); the formula says 4 φ(0).

**Established here.** That 2 φ = w² φ is refuted, over Q and every extension, where φ may be any number. Only the
hypothesis ‖w‖ = 1 fails.

**Taken on trust.** Nothing.

**Not claimed.** Nothing else: max(0, ⟨w, x⟩ + b) is ‖w‖ times the function of w/‖w‖ and b/‖w‖.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify

WEIGHT = 2


def difference(phi: Any, c: Any) -> Any:
    """c times (w φ − w² φ)."""
    return c * (WEIGHT * phi - WEIGHT**2 * phi)


INSTANCE = Law.trace(difference, {"phi": ()}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0))
