"""Third derivatives with tanh, the sigmoid, or exp: γ_i is a polynomial in the value of the neuron.

**Instance.** tanh with two neurons and two inputs; in `INSTANCES` the sigmoid and exp. The values t0 of the activations
and those of their first three derivatives, t1, t2, t3, are variables, as are all weights.

**Proof.** From σ′ = P(σ) follow σ″ = P′(σ) σ′ and σ‴ = P″(σ) σ′² + P′(σ) σ″, and with them σ‴ = Q(σ) where Q = D³ t for
the derivation D t = P(t): −2 + 8t² − 6t⁴ for tanh, t − 7t² + 12t³ − 6t⁴ for the sigmoid, t for exp. *Cofactors.* Let
r1, r2, r3 be the left sides minus the right sides, and p = P(t0). Then t3 − Q(t0) = r3 + P′ r2 + (P″ (t1 + p) + P′²) r1
with P′, P″ at t0.

**Established here.** Σ_i w_i t3_i a_i ⊗ a_i ⊗ a_i = Σ_i w_i Q(t0_i) a_i ⊗ a_i ⊗ a_i wherever r1, r2 and r3 are zero, as
polynomials, over Q and every extension.

**Taken on trust.** OlverLozierBoisvertClark2010 (that tanh′ = 1 − tanh², exp′ = exp, and so the sigmoid's σ′ = σ − σ²).

**Not claimed.** That γ_i is not zero: for tanh it is at the zeros of −2 + 8t² − 6t⁴.

**See also** `depth/third_derivative`, `depth/third_derivative_three_layers`.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import apply, einsum, named
from algebra_tnn.laws.operations import Apply
from algebra_tnn.models.derivatives import DifferentialActivation, differential_activation
from algebra_tnn.provers.cofactors import cofactors

INSTANCE = differential_activation("tanh")
INSTANCES = [INSTANCE, differential_activation("sigmoid"), differential_activation("exp")]
NAMES = ("t0", "t1", "t2", "t3")


def claim(sigma: DifferentialActivation) -> Vanishes:
    """That the two sums are the same, contracted with a vector for each mode."""
    P = Apply(sigma.slope)

    def forward(u: Any, v: Any, W1: Any, W2: Any, t0: Any, t1: Any, t2: Any, t3: Any) -> Any:
        first, second = (apply(p.coefficients, t0) for p in (P.derivative(), P.derivative().derivative()))
        named("r1", t1 - apply(P.coefficients, t0))
        named("r2", t2 - first * t1)
        named("r3", t3 - second * t1**2 - first * t2)
        gamma = t3 - apply(sigma.derivative(3), t0)
        return einsum("i,i,i->", W2.T @ u, gamma, (W1 @ v) ** 3)

    law = Law.trace(forward, {"u": (1,), "v": (2,), **dict.fromkeys(NAMES, (2,))}, {"W1": (2, 2), "W2": (1, 2)})
    return Vanishes(law, zero=("r1", "r2", "r3"), sources=("OlverLozierBoisvertClark2010",))


def proof(instance: DifferentialActivation = INSTANCE) -> Verdict:
    P = Apply(instance.slope)
    first, second = P.derivative().coefficients, P.derivative().derivative().coefficients

    def term(u: Any, v: Any, W1: Any, W2: Any) -> Any:
        return (W2.T @ u) * (W1 @ v) ** 3

    def r1(u: Any, v: Any, W1: Any, W2: Any, t0: Any, t1: Any) -> Any:
        slope = apply(first, t0)
        return term(u, v, W1, W2) * (apply(second, t0) * (t1 + apply(P.coefficients, t0)) + slope**2)

    def r2(u: Any, v: Any, W1: Any, W2: Any, t0: Any) -> Any:
        return term(u, v, W1, W2) * apply(first, t0)

    return verify(claim(instance), by=lambda asked: cofactors(asked, {"r1": r1, "r2": r2, "r3": term}))
