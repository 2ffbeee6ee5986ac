"""Transposition reverses t-products.

**Instance.** (A * B)ᵀ − Bᵀ * Aᵀ for K = 3 and A, B of shapes 1×2×3 and 2×2×3, with indeterminate entries; in
`INSTANCES` K = 2 and 4.

**Proof.** Transposed are the matrix and its tubes, these by x ↦ x⁻¹, which puts the slices 1, …, K − 1 in the reverse
order. That is an automorphism of the commutative ring of tubes, so (A * B)ᵀ = Bᵀ * Aᵀ as for matrices over any such
ring.

**Established here.** The difference vanishes as a polynomial in the entries, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Other K; the proof holds for all.

**See also** `tensors/tubes_flipped`.
"""

from functools import partial
from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum


def reversal_difference(A: Any, B: Any, K: int) -> Any:
    """(A * B)ᵀ − Bᵀ * Aᵀ."""
    table = [[[int((p + q - k) % K == 0) for k in range(K)] for q in range(K)] for p in range(K)]
    inverse = [[int((p + q) % K == 0) for q in range(K)] for p in range(K)]

    def transposed(T: Any) -> Any:
        return einsum("ijp,pq->jiq", T, inverse)

    def times(A: Any, B: Any) -> Any:
        return einsum("ilp,ljq,pqk->ijk", A, B, table)

    return transposed(times(A, B)) - times(transposed(B), transposed(A))


def law(n: int, s: int, m: int, K: int) -> Law:
    return Law.trace(partial(reversal_difference, K=K), {"A": (n, s, K), "B": (s, m, K)}, {})


INSTANCE = law(1, 2, 2, K=3)
INSTANCES = [INSTANCE, law(2, 2, 2, K=2), law(2, 2, 1, K=4)]


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(Vanishes(instance))
