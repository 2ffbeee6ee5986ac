"""With momentum, angular momenta are conserved in the place of quadratic forms: two linear layers.

**Instance.** W = U V with U of shape 2×2, V of shape 2×2, their velocities P and R, the matrix G = ∇ℓ(U V) of an
arbitrary loss, a friction τ and a function e of time with e′ = τ e, such as exp(τ t).

**Proof.** The flow is θ″ + τ θ′ = −∇L(θ), L(θ) = ℓ(U V), with ∇L = (G Vᵀ, Uᵀ G). If L does not change along θ ↦ A θ
for a skew A, then d/dt (e ⟨θ′, A θ⟩) = e (τ ⟨θ′, A θ⟩ + ⟨θ″, A θ⟩ + ⟨θ′, A θ′⟩) = −e ⟨∇L, A θ⟩ = 0. The rotations of
the hidden neurons, U ↦ U Ω, V ↦ Ωᵀ V for skew matrices, give the skew matrix e (Uᵀ P − Pᵀ U + V Rᵀ − R Vᵀ). Its
entries are r (r − 1)/2 in number, r hidden neurons; their rates are an identity of polynomials in U, V, P, R, G, τ,
e.

**Established here.** The identity, over Q and every extension; in the wide run for widths (2, 3, 1).

**Taken on trust.** Nothing.

**Not claimed.** That there are no others.

**See also** `dynamics/momentum_scaling`.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify


def rate(U: Any, V: Any, P: Any, R: Any, G: Any, tau: Any, e: Any) -> Any:
    """d/dt of e (Uᵀ P − Pᵀ U + V Rᵀ − R Vᵀ), by the product rule."""
    P_rate, R_rate, e_rate = -(tau * P) - G @ V.T, -(tau * R) - U.T @ G, tau * e
    momentum = U.T @ P - P.T @ U + V @ R.T - R @ V.T
    moved = U.T @ P_rate - P_rate.T @ U + V @ R_rate.T - R_rate @ V.T
    velocities = P.T @ P - P.T @ P + R @ R.T - R @ R.T
    return e_rate * momentum + e * (moved + velocities)


def law(n: int, r: int, m: int) -> Law:
    layers = {"U": (m, r), "V": (r, n), "P": (m, r), "R": (r, n)}
    return Law.trace(rate, {**layers, "G": (m, n), "tau": (), "e": ()}, {})


INSTANCE = law(2, 2, 2)
INSTANCES = [INSTANCE, law(2, 3, 1)]


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(Vanishes(instance))
