"""At a critical point with both weights on one axis, two second derivatives have a negative sum if μ < 1.

**Instance.** The objective of `learning/landscape` at b_1 = (p, 0), b_2 = (r, 0), with μ and λ as variables.

**Proof.** Let H be the sum of the second derivatives by the second entries q and s of b_1 and b_2. As polynomials,

    pr ((1 + λ − μ) H − 8 λ (μ − 1)) = λ (r ∂f/∂p + p ∂f/∂r),

so at a critical point with p, r ≠ 0 it is H = 8 λ (μ − 1)/(1 + λ − μ), negative for 0 < μ < 1 and λ > μ; then one of
the two derivatives is negative, and this is no local minimum.

**Established here.** The identity, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That μ < 1 is needed if λ < μ + 1: then the second derivatives by p and r themselves have a negative
direction.

**See also** `learning/landscape`, `learning/landscape_spurious`.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import derivative, einsum, named
from algebra_tnn.laws.traced_values import traced_value
from algebra_tnn.models.landscapes import DesignedObjective
from algebra_tnn.provers import cofactors

INSTANCE = DesignedObjective(2)


def proof(instance: DesignedObjective = INSTANCE) -> Verdict:
    slope, curvature = derivative(instance.law(), "b"), derivative(instance.law(), "b", order=2)

    def difference(axis: Any, mu: Any, lam: Any) -> Any:
        at = {"b": einsum("i,j->ij", axis, [1, 0]), "mu": mu, "lam": lam}
        named("gradient", traced_value(slope, at))
        bent = einsum("ijij,j->", traced_value(curvature, at), [0, 1])
        return axis[0] * axis[1] * ((lam - mu + 1) * bent - 8 * lam * (mu - 1))

    def factors(axis: Any, lam: Any) -> Any:
        return lam * einsum("ij,j,k->ik", [[0, 1], [1, 0]], axis, [1, 0])

    claim = Vanishes(Law.trace(difference, {"axis": (2,), "mu": (), "lam": ()}, {}), ("gradient",))
    return verify(claim, by=lambda claim: cofactors(claim, {"gradient": factors}))
