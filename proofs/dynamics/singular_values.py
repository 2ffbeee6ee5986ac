"""Singular values of a balanced product of L layers: σ′ = L σ^(2 − 2/L) ⟨−∇ℓ(W), u vᵀ⟩.

**Instance.** L = 2 layers of shape 2×2, W = W_2 W_1; G stands for −∇ℓ(W) at any time.

**Proof.** Balanced means W_(j+1)ᵀ W_(j+1) = W_j W_jᵀ for all j, which is so at all times if it is so at one, by
`dynamics/deep_linear`. Let v be a unit eigenvector of W_1ᵀ W_1 with eigenvalue s² > 0, z_0 = v and z_j = W_j
z_(j−1)/s. By induction z_(j−1) is an eigenvector of W_jᵀ W_j with eigenvalue s²: W_(j+1)ᵀ W_(j+1) z_j = W_j W_jᵀ W_j
z_(j−1)/s = s² z_j. So W_jᵀ z_j = s z_(j−1), all z_j are unit vectors, and with u = z_L the pair u, v is one of
singular vectors of W with the singular value σ = s^L; all positive ones come about so, as Wᵀ W = (W_1ᵀ W_1)^L. Where
σ is simple, σ′ = uᵀ W′ v: differentiate σ = uᵀ W v, and u, v have constant norms. Under gradient flow W_j′ = W_(>j)ᵀ
G W_(<j)ᵀ, the products of the layers above and below, so that W′ = Σ_j W_(>j) W_(>j)ᵀ G W_(<j)ᵀ W_(<j), and uᵀ W′ v
is Σ_j s^(2(L−j)) s^(2(j−1)) uᵀ G v = L s^(2L−2) uᵀ G v = L σ^(2 − 2/L) uᵀ G v, which is the identity, modulo W_j
z_(j−1) − s z_j and W_jᵀ z_j − s z_(j−1).

**Established here.** The identity for L = 2, over Q and every extension. In the wide run for L = 3.

**Taken on trust.** Nothing.

**Not claimed.** Singular values that meet.

**See also** `dynamics/singular_values_unbalanced`.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from algebra_tnn import Law, Vanishes, Verdict, provers, verify
from algebra_tnn.laws import named


class Chain(NamedTuple):
    """uᵀ W′ v − L s^(2L−2) uᵀ G v, and its coefficients as a combination of what is zero.

    Zero are ahead_j = W_j z_(j−1) − s z_j and back_j = W_jᵀ z_j − s z_(j−1) for z_0 = v, …, z_L = u.
    """

    law: Law
    cofactors: dict[str, Callable[..., Any]]


def two_layers(W1: Any, W2: Any, v: Any, z: Any, u: Any, s: Any, G: Any) -> Any:
    named("ahead1", W1 @ v - s * z)
    named("ahead2", W2 @ z - s * u)
    named("back1", W1.T @ z - s * v)
    named("back2", W2.T @ u - s * z)
    return u @ (W2 @ (W2.T @ (G @ v))) + u @ (G @ (W1.T @ (W1 @ v))) - 2 * s * s * (u @ (G @ v))


def three_layers(W1: Any, W2: Any, W3: Any, v: Any, z: Any, y: Any, u: Any, s: Any, G: Any) -> Any:
    named("ahead1", W1 @ v - s * z)
    named("ahead2", W2 @ z - s * y)
    named("ahead3", W3 @ y - s * u)
    named("back1", W1.T @ z - s * v)
    named("back2", W2.T @ y - s * z)
    named("back3", W3.T @ u - s * y)
    top, middle = u @ (W3 @ (W2 @ (W2.T @ (W3.T @ (G @ v))))), (W3.T @ u) @ (W3.T @ (G @ (W1.T @ (W1 @ v))))
    return top + middle + u @ (G @ (W1.T @ (W2.T @ (W2 @ (W1 @ v))))) - 3 * s**4 * (u @ (G @ v))


VECTORS, MATRICES = dict.fromkeys("vzu", (2,)), dict.fromkeys(("W1", "W2", "G"), (2, 2))
INSTANCE = Chain(
    Law.trace(two_layers, {**MATRICES, **VECTORS, "s": ()}, {}),
    {
        "ahead1": lambda W1, G, u: W1 @ (G.T @ u),
        "ahead2": lambda s, G, v: s * (G @ v),
        "back1": lambda s, G, u: s * (G.T @ u),
        "back2": lambda W2, G, v: W2.T @ (G @ v),
    },
)
LONGER = Chain(
    Law.trace(three_layers, {**MATRICES, **VECTORS, "W3": (2, 2), "y": (2,), "s": ()}, {}),
    {
        "ahead1": lambda W1, W2, G, u, s: W2.T @ (W2 @ (W1 @ (G.T @ u))) + s * s * (W1 @ (G.T @ u)),
        "ahead2": lambda W1, W2, W3, G, u, v, s: s * (W2 @ (W1 @ (G.T @ u))) + s * s * (W3.T @ (G @ v)),
        "ahead3": lambda W1, G, v, s: s * (G @ (W1.T @ (W1 @ v))) + s**3 * (G @ v),
        "back1": lambda G, u, s: 2 * s**3 * (G.T @ u),
        "back2": lambda W1, W2, W3, G, u, v, s: s * (W2.T @ (W3.T @ (G @ v))) + s * s * (W1 @ (G.T @ u)),
        "back3": lambda W1, W2, W3, G, v: W2 @ (W2.T @ (W3.T @ (G @ v))) + W3.T @ (G @ (W1.T @ (W1 @ v))),
    },
)
INSTANCES = [INSTANCE, LONGER]


def proof(instance: Chain = INSTANCE) -> Verdict:
    claim = Vanishes(instance.law, zero=tuple(instance.cofactors))
    return verify(claim, by=lambda claim: provers.cofactors(claim, instance.cofactors))
