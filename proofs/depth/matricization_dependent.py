"""Dependent features: a matrix of rank 3, and a separation rank of 2.

**Limits** `depth/matricization`.

**Instance.** Σ_i φ_i(s) φ_i(t) for φ(t) = (1, t, 1 + t): its tensor is the identity of size 3.

**Proof.** 1 + s t + (1 + s)(1 + t) is a polynomial of degree 1 in s: two monomials.

**Established here.** That the separation rank is at least 3 is refuted, over Q and every extension. Only the
independence of the features fails.

**Taken on trust.** Nothing.

**Not claimed.** That dependent features never do.
"""

from typing import Any

from algebra_tnn import Law, SeparationRankAtLeast, Verdict, verify
from algebra_tnn.laws import apply, einsum

TENSOR = [[int(i == j) for j in range(3)] for i in range(3)]
FEATURES = [[1, 0, 1], [0, 1, 1]]  # of 1 and t


def forward(s: Any, t: Any) -> Any:
    one, two = (einsum("a,ab->b", apply([1], x), FEATURES[:1]) + einsum("a,ab->b", x, FEATURES[1:]) for x in (s, t))
    return einsum("i,ij,j->", one, TENSOR, two)


INSTANCE = Law.trace(forward, {"s": (1,), "t": (1,)}, {})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(SeparationRankAtLeast(instance, ("s",), 3))
