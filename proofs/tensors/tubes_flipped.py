"""Transposition that reverses all slices, the first one included, does not reverse t-products.

**Limits** `tensors/tubes_transposed`.

**Instance.** c · ((a * b)′ − b′ * a′) for single tubes a, b of length 3, where ′ takes x^p to x^(2 − p), and a
number c.

**Proof.** For a = b = 1 the first product is 1′ = x², and the second x² x² = x.

**Established here.** That these functions of a and b have a dimension of at most 0, and so that the difference
vanishes, is refuted over Q and every extension. Only the hypothesis that the first slice stays where it is fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about transposition that leaves all slices in their places: it reverses t-products, too.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum

TABLE = [[[int((p + q - k) % 3 == 0) for k in range(3)] for q in range(3)] for p in range(3)]
FLIP = [[int(p + q == 2) for q in range(3)] for p in range(3)]


def reversal_difference(a: Any, b: Any, c: Any) -> Any:
    def times(a: Any, b: Any) -> Any:
        return einsum("p,q,pqk->k", a, b, TABLE)

    def flipped(a: Any) -> Any:
        return einsum("p,pq->q", a, FLIP)

    return c * (flipped(times(a, b)) - times(flipped(b), flipped(a)))


INSTANCE = Law.trace(reversal_difference, {"a": (3,), "b": (3,)}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0))
