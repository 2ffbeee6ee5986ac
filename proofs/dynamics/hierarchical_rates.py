"""The norm of a component of a circuit: σ′ = K σ^(2 − 2/K) ⟨−∇, component⟩, where K vectors meet.

**Instance.** Four inputs of dimension 2 on the tree ((0, 1), (2, 3)) with two channels; the component of the bracket
(0, 1) and one channel, with the rows a and b below and the column c above, K = 3. The other half of the circuit has
free weights, and g stands for −dℓ/df at any time.

**Proof.** What the component adds to the output is T = ⟨a, x_0⟩ ⟨b, x_1⟩ ⟨c, y⟩ where y = W2 ⊙ (what comes from the
other half), and no other part of the output depends on a or b or c. So a′ = g ⟨b, x_1⟩ ⟨c, y⟩ x_0, and so on, and
the computation of `dynamics/component_norms` applies, with g x_0 ⊗ x_1 ⊗ y for the tensor there: where the vectors
are balanced, |a|² = |b|² = |c|² = s², which stays so by `dynamics/hierarchical_norms`, the square of σ = |a| |b| |c|
has the rate 2 K g T s^(2K−2). Sums over data are sums of such rates. With g T = σ γ this is σ′ = K σ^(2 − 2/K) γ.

**Established here.** The identity modulo |a|² − s², |b|² − s² and |c|² − s², over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Other trees; the proof holds for all, with K − 1 parts of the bracket.

**See also** `dynamics/hierarchical_shared`.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, provers, verify
from algebra_tnn.laws import named

VECTORS = dict.fromkeys(("a", "b", "c", "x0", "x1", "x2", "x3", "top"), (2,))
MATRICES = dict.fromkeys(("W0_2", "W0_3", "W1_1"), (2, 2))


def difference(a: Any, b: Any, c: Any, g: Any, s: Any, x0: Any, x1: Any, top: Any, W1_1: Any, **half: Any) -> Any:
    """(|a|² |b|² |c|²)′ − 6 g T s⁴."""
    y = top * (W1_1 @ ((half["W0_2"] @ half["x2"]) * (half["W0_3"] @ half["x3"])))
    p, q, r = a @ x0, b @ x1, c @ y
    rates = g * q * r * x0, g * p * r * x1, g * p * q * y
    A, B, C = (named(name, w @ w) for name, w in zip(("A", "B", "C"), (a, b, c), strict=True))
    dA, dB, dC = (2 * (w @ rate) for w, rate in zip((a, b, c), rates, strict=True))
    named("A0", A - s * s)
    named("B0", B - s * s)
    named("C0", C - s * s)
    T = named("T", g * p * q * r)
    return dA * B * C + A * dB * C + A * B * dC - 6 * T * s**4


COFACTORS = {
    "A0": lambda T, B, C: 2 * T * (B + C),
    "B0": lambda T, C, s: 2 * T * (C + s * s),
    "C0": lambda T, s: 4 * T * (s * s),
}
INSTANCE = Law.trace(difference, {**VECTORS, **MATRICES, "g": (), "s": ()}, {})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(Vanishes(instance, zero=tuple(COFACTORS)), by=lambda claim: provers.cofactors(claim, COFACTORS))
