"""The t-product is associative, and has an identity.

**Instance.** (A * B) * C − A * (B * C) with K = 3 and A, B, C of shapes 1×2×3, 2×1×3, 1×2×3, with indeterminate
entries. In `INSTANCES` K = 2 and 4, larger shapes, and A * E − A, where the first slice of E is the identity and all
others are zero.

**Proof.** A tube is a polynomial modulo x^K − 1, and A * B is a product of matrices of tubes: matrices over a
commutative ring.

**Established here.** The differences vanish as polynomials in the entries, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Other K; the proof holds for all. Anything about networks with t-products as their layers.

**See also** `tensors/tubes_of_differences`.
"""

from functools import partial
from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum


def times(A: Any, B: Any, K: int) -> Any:
    """A * B: x^p x^q = x^k where p + q ≡ k modulo K."""
    table = [[[int((p + q - k) % K == 0) for k in range(K)] for q in range(K)] for p in range(K)]
    return einsum("ilp,ljq,pqk->ijk", A, B, table)


def associator(A: Any, B: Any, C: Any, K: int) -> Any:
    return times(times(A, B, K), C, K) - times(A, times(B, C, K), K)


def unit_difference(A: Any, K: int) -> Any:
    m = A.shape[1]
    return times(A, [[[int(i == j and k == 0) for k in range(K)] for j in range(m)] for i in range(m)], K) - A


def associativity(n: int, s: int, m: int, o: int, K: int) -> Law:
    return Law.trace(partial(associator, K=K), {"A": (n, s, K), "B": (s, m, K), "C": (m, o, K)}, {})


INSTANCE = associativity(1, 2, 1, 2, K=3)
INSTANCES = [
    INSTANCE,
    associativity(2, 2, 2, 2, K=2),
    associativity(1, 1, 2, 1, K=4),
    Law.trace(partial(unit_difference, K=3), {"A": (2, 2, 3)}, {}),
]


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(Vanishes(instance))
