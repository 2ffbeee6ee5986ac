"""Tubes that are multiplied by x^p x^q = x^|p − q| have a product that is not associative.

**Limits** `tensors/tubes`.

**Instance.** c · ((A * B) * C − A * (B * C)) for single tubes of length 3, with x^p x^q = x^|p − q| and a number c.

**Proof.** (x x) x² = x², and x (x x²) = 1.

**Established here.** That these functions of A, B, C have a dimension of at most 0, and so that the difference
vanishes, is refuted over Q and every extension. Only the hypothesis that exponents are added modulo K fails.

**Taken on trust.** Nothing.

**Not claimed.** For K = 2 both products are the same.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum

TABLE = [[[int(abs(p - q) == k) for k in range(3)] for q in range(3)] for p in range(3)]


def associator(A: Any, B: Any, C: Any, c: Any) -> Any:
    def times(A: Any, B: Any) -> Any:
        return einsum("p,q,pqk->k", A, B, TABLE)

    return c * (times(times(A, B), C) - times(A, times(B, C)))


INSTANCE = Law.trace(associator, {"A": (3,), "B": (3,), "C": (3,)}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0))
