"""A spectral norm with an irrational square, (5 + √5)/2: it is reached.

**Instance.** The tensor of `hardness/spectral_norm_golden` at x = (1, u) and y = (1, 1 + u), with u² + u = 1.

**Proof.** (3 + u)|x|²|y|² − |t|² with t = T(x, y, ·) is (u³ + 3u² + 3u − 1)(u² + u − 1), and for z = t it is
T(x, y, z) = |t|². The form of the elimination there leads to the point: its three squares are zero at x ⊗ y.

**Established here.** (3 + u)|x|²|y|² = |t|² at x and y for every u with u² + u = 1, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That the point is the only one.

**See also** `hardness/spectral_norm_golden`, `hardness/spectral_norm_complex`.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import apply, einsum, named
from algebra_tnn.provers import cofactors

INSTANCE = (((1, 0), (1, 1)), ((0, 1), (1, 0)))


def proof(instance: tuple[tuple[tuple[int, ...], ...], ...] = INSTANCE) -> Verdict:
    def missing(u: Any) -> Any:
        named("relation", u**2 + u - 1)
        x = einsum(",i->i", u, [0, 1]) + einsum(",i->i", u**0, [1, 0])
        y = x + einsum(",i->i", u**0, [0, 1])
        t = einsum("ijk,i,j->k", instance, x, y)
        return (u + 3) * ((x @ x) * (y @ y)) - t @ t

    claim = Vanishes(Law.trace(missing, {"u": ()}, {}), ("relation",))
    return verify(claim, by=lambda claim: cofactors(claim, {"relation": lambda u: apply([-1, 3, 3, 1], u)}))
