"""At a critical point of the designed objective where a weight has two components, there is a negative curvature.

**Instance.** n = 2, with orthonormal b*_1, b*_2 as the unit vectors, a* = 1, and μ and λ as variables: with b_1 =
(p, q) and b_2 = (r, s), f = 2(p²r² + q²s²) − μ(p⁴ + q⁴ + r⁴ + s⁴) + λ(p² + q² − 1)² + λ(r² + s² − 1)².

**Proof.** Let H be the second derivative along v = (q, −p) for b_1. As polynomials,

    pq (H + 16 μ p²q²) = q³ ∂f/∂p + p³ ∂f/∂q,

so at a critical point with pq ≠ 0 it is H = −16 μ p²q² < 0 for μ > 0, and this is no local minimum. The same holds for
b_2. So in a local minimum each of b_1 and b_2 is on an axis, or zero. *If b_1 = 0*, ∂²f/∂p² = 4(r² − λ) and ∂²f/∂q² =
4(s² − λ), and one of r and s is 0: this is no local minimum for λ > 0. *If both are on one axis*, see
`learning/landscape_aligned`: for μ < 1 and μ < λ this is no local minimum. *What is left* are the b_j = ±√c b*_π(j)
for a permutation π, and ∂f = 0 gives c = λ/(λ − μ). *They are minima:* (p² + q²)² ≥ p⁴ + q⁴ makes f tend to infinity
with |b| for λ > μ, so f has a minimum, which is one of these eight points; all have the same value by symmetry.

**Established here.** The identity, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Anything about n > 2, about weights a* that are not equal, or about empirical objectives.

**See also** `learning/landscape_aligned`, `learning/landscape_spurious`.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import derivative, einsum, named
from algebra_tnn.laws.traced_values import traced_value
from algebra_tnn.models.landscapes import DesignedObjective
from algebra_tnn.provers import cofactors

FIRST = [[0, 1], [-1, 0]]  # turns b_1 into v


INSTANCE = DesignedObjective(2)


def proof(instance: DesignedObjective = INSTANCE) -> Verdict:
    slope, curvature = derivative(instance.law(), "b"), derivative(instance.law(), "b", order=2)

    def difference(b: Any, mu: Any, lam: Any) -> Any:
        at = {"b": b, "mu": mu, "lam": lam}
        named("gradient", traced_value(slope, at))
        first, unit = b[0], [1, 0]
        turned = einsum("ij,k,j->ki", FIRST, unit, first)
        bent = einsum("ijkl,ij,kl->", traced_value(curvature, at), turned, turned)
        both = first[0] * first[1]
        return both * (bent + 16 * mu * both**2)

    def factors(b: Any) -> Any:
        return einsum("i,jk,k->ij", [1, 0], [[0, 1], [1, 0]], b[0] ** 3)

    claim = Vanishes(Law.trace(difference, instance.inputs, {}), ("gradient",))
    return verify(claim, by=lambda claim: cofactors(claim, {"gradient": factors}))
