"""A convolution with zeros at the ends does not commute with shifts around a circle.

**Limits** `dimension/equivariant_map`.

**Instance.** Three positions and a filter of two weights, (M x)_g = w_0 x_g + w_1 x_(g+1) with x_3 = 0.

**Proof.** At the last position the filter sees 0 in the place of x_0.

**Established here.** The sum over all positions of M (x ∘ π⁻¹) − (M x) ∘ π⁻¹ times arbitrary numbers is not zero, as a
polynomial in x, w and these numbers: refuted that it is, over Q and every extension. Only the hypothesis that weights
are equal on orbits of pairs fails: the pairs (2, 0) and (0, 1) are in one orbit.

**Taken on trust.** Nothing.

**Not claimed.** Anything about shifts of functions with infinitely many positions.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum

NUMBERS = [[0, 1, -1], [-1, 0, 1], [-1, -1, 0]]  # of the weights, −1 where there is none
TABLE = [[[int(n == k) for k in range(2)] for n in row] for row in NUMBERS]
INVERSE = [2, 0, 1]


def scaled(x: Any, w: Any, u: Any, c: Any) -> Any:
    """c ⟨u, M (x ∘ π⁻¹) − (M x) ∘ π⁻¹⟩."""
    M = einsum("ghk,k->gh", TABLE, w)
    return c * (u @ (M @ x[INVERSE] - (M @ x)[INVERSE]))


INSTANCE = Law.trace(scaled, {"x": (3,), "w": (2,), "u": (3,)}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0))
