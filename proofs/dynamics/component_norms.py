"""The norm of a component of balanced vectors: σ̇ = N σ^(2 − 2/N) ⟨−∇ℓ(W), ŵ_0 ⊗ ŵ_1 ⊗ ⋯⟩.

**Instance.** N = 3 and vectors of dimensions 2, 2, 3; G stands for −∇ℓ(W) at any time.

**Proof.** Let w_0, …, w_(N−1) be the vectors of one term of W, ρ_n = |w_n|², and T = ⟨G, w_0 ⊗ w_1 ⊗ ⋯⟩. Under
gradient flow w_n′ is G contracted with the other vectors, and ρ_n′ = 2 T. The norm of the term is σ with σ² = Π ρ_n,
and (σ²)′ = 2 T Σ_n Π_(m≠n) ρ_m. Balanced means that all ρ_n are one number s²; this is so at all times if it is so
at one, by `dynamics/cp_norms`. Then (σ²)′ = 2 N T s^(2N−2): this is the identity, modulo ρ_n − s² for all n. In
other words, as σ = s^N and T = σ γ with γ = ⟨G, ŵ_0 ⊗ ŵ_1 ⊗ ⋯⟩, unit vectors, σ′ = N s^(2N−2) γ = N σ^(2 − 2/N) γ.

**Established here.** The identity, for all vectors that are balanced and all G, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Anything about terms that become zero.

**See also** `dynamics/component_norms_unbalanced`.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, provers, verify
from algebra_tnn.laws import einsum, named


def difference(w0: Any, w1: Any, w2: Any, G: Any, s: Any) -> Any:
    """(ρ_0 ρ_1 ρ_2)′ − 6 T s⁴."""
    rates = einsum("ijk,j,k->i", G, w1, w2), einsum("ijk,i,k->j", G, w0, w2), einsum("ijk,i,j->k", G, w0, w1)
    r0, r1, r2 = (named(f"r{n}", w @ w) for n, w in enumerate((w0, w1, w2)))
    d0, d1, d2 = (2 * (w @ rate) for w, rate in zip((w0, w1, w2), rates, strict=True))
    named("b0", r0 - s * s)
    named("b1", r1 - s * s)
    named("b2", r2 - s * s)
    T = named("T", einsum("ijk,i,j,k->", G, w0, w1, w2))
    return d0 * r1 * r2 + r0 * d1 * r2 + r0 * r1 * d2 - 6 * T * s**4


COFACTORS = {
    "b0": lambda T, r1, r2: 2 * T * (r1 + r2),
    "b1": lambda T, r2, s: 2 * T * (r2 + s * s),
    "b2": lambda T, s: 4 * T * (s * s),
}
INSTANCE = Law.trace(difference, {"w0": (2,), "w1": (2,), "w2": (3,), "G": (2, 2, 3), "s": ()}, {})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(Vanishes(instance, zero=("b0", "b1", "b2")), by=lambda claim: provers.cofactors(claim, COFACTORS))
