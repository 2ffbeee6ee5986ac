"""A spectral norm with an irrational square, (5 + √5)/2: nowhere more.

**Instance.** The tensor with the slices [[1, 0], [1, 1]] and [[0, 1], [1, 0]], and the number u > 0 with u² + u = 1, so
that the square is 3 + u.

**Proof.** Let t = T(x, y, ·) and m = x ⊗ y. (3 + u)|x|²|y|² − |t|² is the quadratic form of a matrix over Q(u) in m,
and its elimination ends after three steps, with the pivots 2 + u, 2u and (3 + u)/2, which are sums of multiples of 1
and u with positive factors:

    (2 + u)(m_0 + (u − 1)(m_1 + m_3))² + 2u (m_1 − (u + 1)/2 m_2 − (u + 1/2) m_3)² + (3 + u)/2 (m_2 − u m_3)².

By Cauchy and Schwarz T(x, y, z)² ≤ |t|²|z|².

**Established here.** (3 + u)|x|²|y|² ≥ |t|² for all real x and y, for every u > 0 with u² + u = 1, over R.

**Taken on trust.** Nothing.

**Not claimed.** That such norms are found in general: here the matrix and u were found by hand.

**See also** `hardness/spectral_norm_golden_attained`, `hardness/spectral_norm_complex`.
"""

from fractions import Fraction
from functools import partial
from typing import Any

from algebra_tnn import Law, Nonnegative, Verdict, verify
from algebra_tnn.laws import einsum, named
from algebra_tnn.provers import squares

HALF = Fraction(1, 2)
INSTANCE = (((1, 0), (1, 1)), ((0, 1), (1, 0)))
PLACES = (((1, 0, 0, 0), (0, 1, 0, 0)), ((0, 0, 1, 0), (0, 0, 0, 1)))
#  the three forms, as numbers and as multiples of u, and the matrix that u² + u − 1 is multiplied by, in the same way
FORMS = (
    ((1, -1, 0, -1), (0, 1, 0, 1)),
    ((0, 1, -HALF, -HALF), (0, 0, -HALF, -1)),
    ((0, 0, 1, 0), (0, 0, 0, -1)),
)
COFACTOR = (
    ((0, -1, 0, -1), (-1, 1, 1, 3), (0, 1, -HALF, 0), (-1, 3, 0, 0)),
    ((0, 0, 0, 0), (0, -1, 0, -1), (0, 0, -HALF, -1), (0, -1, -1, -7 * HALF)),
)


def form(k: int, x: Any, y: Any, u: Any) -> Any:
    """The form numbered k, at m = x ⊗ y."""
    m = einsum("i,j,ijk->k", x, y, PLACES)
    return einsum("k,k->", FORMS[k][0], m) + u * einsum("k,k->", FORMS[k][1], m)


def cofactor(x: Any, y: Any, u: Any) -> Any:
    m = einsum("i,j,ijk->k", x, y, PLACES)
    return einsum("kl,k,l->", COFACTOR[0], m, m) + u * einsum("kl,k,l->", COFACTOR[1], m, m)


def proof(instance: tuple[tuple[tuple[int, ...], ...], ...] = INSTANCE) -> Verdict:
    def missing(x: Any, y: Any, u: Any) -> Any:
        named("relation", u**2 + u - 1)
        t = einsum("ijk,i,j->k", instance, x, y)
        return (u + 3) * ((x @ x) * (y @ y)) - t @ t

    first, second, third = (partial(form, k) for k in range(3))
    terms = [(2, (), first), (1, ("u",), first), (2, ("u",), second), (3 * HALF, (), third), (HALF, ("u",), third)]
    claim = Nonnegative(Law.trace(missing, {"x": (2,), "y": (2,), "u": ()}, {}), ("u",), ("relation",))
    return verify(claim, by=lambda claim: squares(claim, squares=terms, cofactors={"relation": cofactor}))
