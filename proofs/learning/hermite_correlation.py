"""Hermite polynomials of two projections are correlated as the powers of the angle's cosine.

**Instance.** k = l = 2 and two vectors u, v of length one in the plane, symbolic. In `INSTANCES` all k ≤ l ≤ 4.

**Proof.** With H_k(t, s) = s^(k/2) He_k(t/√s), Σ_k H_k(⟨u, x⟩, ‖u‖²) a^k / k! = exp(⟨u, x⟩ a − ‖u‖² a²/2). The product
of two such functions has the mean exp(⟨u, v⟩ a b), so that E[H_k(⟨u, x⟩, ‖u‖²) H_l(⟨v, x⟩, ‖v‖²)] = δ_kl k! ⟨u, v⟩^k
for all u and v. *Modulo the lengths*, He_k(t) = H_k(t, s) + (s − 1) K_k(t, s). Two vectors lie in a plane, and the
distribution is the same in all planes.

**Established here.** E[He_k(⟨u, x⟩) He_l(⟨v, x⟩)] = δ_kl k! ⟨u, v⟩^k wherever ⟨u, u⟩ = ⟨v, v⟩ = 1, by cofactors that
are means as well, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Orders above 4.

**See also** `learning/hermite_correlation_long`, and `learning/population_risk`.
"""

from collections.abc import Callable
from functools import partial
from math import factorial
from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.exact.measures import Normal
from algebra_tnn.laws import apply, named
from algebra_tnn.laws.expressions import Expression, inlined
from algebra_tnn.models.moments import expectation, hermite_coefficients
from algebra_tnn.models.moments.hermite import hermite_form, hermite_remainder
from algebra_tnn.provers import cofactors

INSTANCE = (2, 2)
INSTANCES = [INSTANCE, *((k, m) for k in range(5) for m in range(k, 5) if (k, m) != INSTANCE)]
VECTORS = {"u": (2,), "v": (2,)}


def mean(forward: Callable[..., Any]) -> Law:
    """E over x of a function of x, u and v."""
    return expectation(Law.trace(forward, {"x": (2,), **VECTORS}, {}), "x", Normal())


def difference(k: int, m: int) -> Law:
    """E[He_k(⟨u, x⟩) He_m(⟨v, x⟩)] − δ_km k! ⟨u, v⟩^k, with the names of what is zero."""

    def forward(x: Any, u: Any, v: Any) -> Any:
        named("length_u", u @ u - 1)
        named("length_v", v @ v - 1)
        product = apply(hermite_coefficients(k), u @ x) * apply(hermite_coefficients(m), v @ x)
        return product - factorial(k) * (u @ v) ** k if k == m else product

    return mean(forward)


def given(k: int, m: int) -> dict[str, Expression]:
    """E[K_k(⟨u, x⟩) He_m(⟨v, x⟩)] and E[H_k(⟨u, x⟩) K_m(⟨v, x⟩)], the cofactors of the two lengths."""
    laws = {
        "length_u": mean(lambda x, u, v: hermite_remainder(k, u @ x, u @ u) * apply(hermite_coefficients(m), v @ x)),
        "length_v": mean(lambda x, u, v: hermite_form(k, u @ x, u @ u) * hermite_remainder(m, v @ x, v @ v)),
    }
    return {name: inlined(law.output, dict(law.let)) for name, law in laws.items()}


def proof(instance: tuple[int, int] = INSTANCE) -> Verdict:
    claim = Vanishes(difference(*instance), ("length_u", "length_v"))
    return verify(claim, by=partial(cofactors, cofactors=given(*instance)))
