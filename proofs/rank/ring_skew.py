"""Rings of 4k equal nodes, where a skew form lives on a space of odd dimension.

**Instance.** Four equal nodes with modes of size 3 and bonds of size 2: the identity B(u, v) + B(v, u) = 0 for skew u
and v, as polynomials in the node and in u, v.

**Proof.** Let the node A have a mode of size n, d = 2m, m even, and, for u, v in V = K^n ⊗ … ⊗ K^n with m factors, let

    B(u, v) = Σ u_(i_1 … i_m) v_(j_1 … j_m) tr(A_(i_1) A_(j_1) A_(i_2) A_(j_2) … A_(i_m) A_(j_m)),

the flattening at every other mode as a bilinear form. Let σ rotate the factors of V by one place. By cyclic symmetry of
the trace B(u, v) = B(v, σu), and so B(σu, σv) = B(u, v). In characteristic 0, or if it does not divide m, V is the sum
of the eigenspaces of σ over a field with m-th roots of unity, and two of them are orthogonal unless the product of
their eigenvalues is 1. So V₋, the one for −1, is orthogonal to all others, and on it B(u, v) = −B(v, u). A skew form on
a space of odd dimension is degenerate, and then B is. The dimension of V₋ is the mean of (−1)^k tr σ^k, and tr σ^k =
n^gcd(k, m): words that are constant on the cycles. For m = 2 it is C(n, 2), and V₋ are the skew tensors.

**Established here.** The identity, over Q and every extension; in the wide run also for bonds 3, and for a mode of size
2. So for n = 3, where C(n, 2) = 3, and for n = 2, the rank is at most n² − 1.

**Taken on trust.** Nothing.

**Not claimed.** That the rank is n^m − 1. For n = r = 2 and eight nodes V₋ has dimension 4, and the rank is 12 of 16:
`rank/ring_three_quarters`.

**See also** `rank/ring_shared` (n = 2), `rank/ring_skew_even`, `rank/ring_skew_six`, `rank/ring_skew_independent`.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum

INSTANCE = (3, 2)
INSTANCES = [INSTANCE, (3, 3), (2, 3)]


def symmetrized(n: int, r: int) -> Law:
    """c times B(u, v) + B(v, u) for the skew parts of u and v."""

    def forward(A: Any, U: Any, V: Any, c: Any) -> Any:
        u, v = (X - einsum("ij->ji", X) for X in (U, V))
        pairs = einsum("iab,jbc->ijac", A, A)
        fours = einsum("ijac,klca->ikjl", pairs, pairs)
        return c * (einsum("ikjl,ik,jl->", fours, u, v) + einsum("ikjl,ik,jl->", fours, v, u))

    return Law.trace(forward, {"A": (n, r, r), "U": (n, n), "V": (n, n)}, {"c": ()})


def proof(instance: tuple[int, int] = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(symmetrized(*instance), 0))
