"""The Hermite coefficients of the rectified linear unit have antiderivatives in polynomials, φ and Φ.

**Instance.** k = 3. In `INSTANCES` k = 0, …, 6.

**Proof.** Let φ be the standard normal density and Φ its distribution function. From φ′ = −t φ, Φ′ = φ and
(He_k φ)′ = −He_(k+1) φ it follows that A_k′ = (t + b) He_k φ for A_0 = b Φ − φ, A_1 = Φ − (t + b) φ, and
A_k = −((t + b) He_(k−1) + He_(k−2)) φ. As t → ∞, polynomials times φ tend to 0 and Φ to 1; at t = −b, Φ = 1 − Φ(b), and
t + b = 0. So E[max(0, t + b) He_k(t)], the integral over t ≥ −b, is b Φ(b) + φ(b) for k = 0, Φ(b) for k = 1, and
He_(k−2)(−b) φ(b) = (−1)^k He_(k−2)(b) φ(b) for k ≥ 2. *In several variables*, for ‖w‖ = 1, ⟨w, x⟩ is a standard normal
variable that is independent of the part of x that is orthogonal to w, and E[max(0, ⟨w, x⟩ + b) S_k(x)] is this number
times w ⊗ … ⊗ w.

**Established here.** A_k′ − (t + b) He_k φ is (φ′ + t φ) ∂A_k/∂φ + (Φ′ − φ) ∂A_k/∂Φ, as polynomials in t, b, φ, Φ, φ′
and Φ′, over Q and every extension: it is zero where φ′ = −t φ and Φ′ = φ.

**Taken on trust.** [OlverLozierBoisvertClark2010] (φ′ = −t φ and Φ′ = φ). The limits at infinity are part of the proof.

**Not claimed.** Decimals: `models/moments/relu.py` gives the values by exponentials and the error function.

**See also** `learning/relu_coefficients_long`.
"""

from functools import partial

from algebra_tnn import Vanishes, Verdict, verify
from algebra_tnn.laws.expressions import inlined
from algebra_tnn.models.moments.relu import relu_identity
from algebra_tnn.provers import cofactors

INSTANCE = 3
INSTANCES = [3, 0, 1, 2, 4, 5, 6]
SOURCES = ("OlverLozierBoisvertClark2010",)


def proof(instance: int = INSTANCE) -> Verdict:
    law, slopes = relu_identity(instance)
    given = {name: inlined(slope.output, dict(slope.let)) for name, slope in slopes.items()}
    return verify(Vanishes(law, ("density", "distribution"), SOURCES), by=partial(cofactors, cofactors=given))
