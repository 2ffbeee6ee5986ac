"""The sine of a sum has separation rank 2 at every cut.

**Instance.** sin(t_0 + t_1 + t_2 + t_3) as a function of the pairs x_k = (sin t_k, cos t_k), the first two against the
others.

**Proof.** (sin, cos)(s + t) is linear in (sin, cos)(t), by a 2×2 matrix that depends on s: a train with ranks 2, so the
rank is at most 2. It is 2 since sin(s + t) = sin s cos t + cos s sin t, where sine and cosine are independent functions
(statement D8); the relation sin² + cos² = 1 does not matter, since each pair occurs linearly.

**Established here.** The function of the pairs has separation rank 2, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That the certificate knows of sine and cosine: the addition theorem is how the law is written.

**See also** `depth/tensorized` and `depth/tensorized_pairs`.
"""

from typing import Any

from algebra_tnn import Law, SeparationRankBetween, Verdict, verify
from algebra_tnn.laws import einsum, named

TURN = [[[0, 1], [1, 0]], [[-1, 0], [0, 1]]]  # (sin, cos) of a sum: s c + c s and c c − s s; axes result, pair, pair


def forward(x0: Any, x1: Any, x2: Any, x3: Any) -> Any:
    """The sine of the sum, one angle after the other."""
    one, two = (named(name, einsum("aij,i,j->a", TURN, *pair)) for name, pair in (("u", (x0, x1)), ("v", (x2, x3))))
    return einsum("ij,i,j->", TURN[0], one, two)


INSTANCE = Law.trace(forward, {f"x{k}": (2,) for k in range(4)}, {})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(SeparationRankBetween(instance, ("x0", "x1"), 2, 2))
