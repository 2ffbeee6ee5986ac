"""For homogeneous activations, correlations with scores see the length of a row in a factor alone.

**Instance.** f(x) = Σ_i a_i ⟨w_i, x⟩³ with two neurons and two inputs, and the order 1; in `INSTANCES` also ⟨w_i, x⟩⁴
and the order 2.

**Proof.** If σ(c t) = c^p σ(t) for c > 0 and no w_i is 0, then f = Σ_i a_i ‖w_i‖^p σ(⟨u_i, x⟩) with u_i = w_i / ‖w_i‖.
⟨u, x⟩ is a standard normal variable t that is independent of the part of x that is orthogonal to u, so that E[σ(⟨u, x⟩)
S_m(x)] = c_m u ⊗ … ⊗ u with c_m = E[σ(t) He_m(t)], which is E[σ^(m)(t)] where σ is m times differentiable. So E[f(x)
S_m(x)] = c_m Σ_i a_i ‖w_i‖^p u_i ⊗ … ⊗ u_i. For p − m even and not negative this is c_m Σ_i a_i ‖w_i‖^(p − m) w_i ⊗ … ⊗
w_i, without roots.

**Established here.** E[f(x) x] = 3 Σ_i a_i ‖w_i‖² w_i for cubes, as polynomials in all weights, over Q and every
extension; in the wide run E[f(x) (x xᵀ − 1)] = 12 Σ_i a_i ‖w_i‖² w_i w_iᵀ for fourth powers.

**Taken on trust.** Nothing.

**Not claimed.** How many samples are needed to estimate these tensors, and that descent from there arrives.

**See also** `learning/homogeneous_moments_mixed`.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.exact.measures import Normal
from algebra_tnn.laws import einsum
from algebra_tnn.models.moments import expectation


def first(x: Any, W: Any, a: Any) -> Any:
    """f(x) x − 3 Σ_i a_i ‖w_i‖² w_i for cubes."""
    return (a @ (W @ x) ** 3) * x - 3 * einsum("i,ij,ij,ik->k", a, W, W, W)


def second(x: Any, W: Any, a: Any) -> Any:
    """f(x) (x xᵀ − 1) − 12 Σ_i a_i ‖w_i‖² w_i w_iᵀ for fourth powers."""
    score = einsum("j,k->jk", x, x) - [[1, 0], [0, 1]]
    return (a @ (W @ x) ** 4) * score - 12 * einsum("i,ij,ij,ik,il->kl", a, W, W, W, W)


INSTANCE, *_ = INSTANCES = [Law.trace(f, {"x": (2,)}, {"W": (2, 2), "a": (2,)}) for f in (first, second)]


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(Vanishes(expectation(instance, "x", Normal())))
