"""Of K unit vectors, some two have an inner product of at least −1/(K − 1).

**Instance.** K = 4 vectors in three dimensions, with indeterminate entries. In `INSTANCES` other sizes.

**Proof.** 0 ≤ |Σ u_i|² = K + Σ_(i≠j) ⟨u_i, u_j⟩, so the mean of the K (K − 1) products is at least −1/(K − 1), and
so is their maximum. All are equal to it for simplex frames, which so have the largest least angle.

**Established here.** K + Σ_(i≠j) ⟨u_i, u_j⟩ ≥ 0 for all real unit vectors.

**Taken on trust.** Nothing.

**Not claimed.** That K − 1 dimensions are needed is `learning/simplex_frame`.

**See also** `learning/simplex_angle_long`.
"""

from functools import partial
from typing import Any

from algebra_tnn import Law, Nonnegative, Verdict, verify
from algebra_tnn.laws import einsum, named
from algebra_tnn.provers import squares

INSTANCE = (4, 3)
INSTANCES = [INSTANCE, (2, 2), (3, 2), (5, 3)]


def total(u: Any) -> Any:
    """K plus the inner products of all pairs of different rows."""
    named("norms", einsum("ij,ij->i", u, u) - 1)
    return einsum("ik,jk->", u, u) - einsum("ij,ij->", u, u) + len(u)


def coordinate(k: int, u: Any) -> Any:
    return u.sum(axis=0)[k]


def proof(instance: tuple[int, int] = INSTANCE) -> Verdict:
    _, dimension = instance
    claim = Nonnegative(Law.trace(total, {"u": instance}, {}), zero=("norms",))
    terms = [(1, (), partial(coordinate, k)) for k in range(dimension)]

    def minus_one(u: Any) -> Any:
        return einsum("i->i", u.sum(axis=1)) * 0 - 1

    return verify(claim, by=lambda claim: squares(claim, squares=terms, cofactors={"norms": minus_one}))
