"""With momentum, e^(τt) ⟨θ′, A θ⟩ is not constant for a symmetric generator A.

**Limits** `dynamics/momentum`.

**Instance.** Two linear layers of one neuron, W = u v with numbers u and v, and the rescaling u ↦ s u, v ↦ v/s: the
quantity is e (u p − v r) for the velocities p and r, where gradient flow conserves u² − v².

**Proof.** Its rate is e (p² − r²).

**Established here.** That the rate does not depend on weights and velocities, as it would not if it were zero, is
refuted. Over Q and every extension. Only the hypothesis that A is skew fails.

**Taken on trust.** Nothing.

**Not claimed.** That nothing else is conserved.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify

NUMBERS = dict.fromkeys(("u", "v", "p", "r"), ())


def rate(u: Any, v: Any, p: Any, r: Any, g: Any, tau: Any, e: Any) -> Any:
    """d/dt of e (u p − v r), where p′ = −τ p − g v and r′ = −τ r − u g."""
    p_rate, r_rate = -(tau * p) - g * v, -(tau * r) - u * g
    return tau * e * (u * p - v * r) + e * (p * p - r * r + u * p_rate - v * r_rate)


INSTANCE = Law.trace(rate, {"g": (), "tau": (), "e": ()}, NUMBERS)


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0))
