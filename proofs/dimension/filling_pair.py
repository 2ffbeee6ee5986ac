"""Every binary cubic, exactly, by twice as many neurons.

**Instance.** Widths (2,4,1) with t³, the doubled widths of (2,2,1), which fills: first layer x, y, x + y, x − y.

**Proof.** 6 x² y = (x + y)³ − (x − y)³ − 2 y³, and 6 x y² = (x + y)³ + (x − y)³ − 2 x³. So the output weights

    (a − c/3, d − b/3, (c + b)/6, (c − b)/6)

give a x³ + b x² y + c x y² + d y³: a pair of networks of widths (2,2,1), with x, y and with x + y, x − y.

**Established here.** The network with these weights is this cubic, as polynomials in x, y, a, b, c, d, over Q and every
extension of it; so no root of a number is needed.

**Taken on trust.** Nothing.

**Not claimed.** That four neurons are needed: over C three are.

**See also** `dimension/filling_doubled` and `dimension/filling_not_all`.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, PolynomialNetwork, Verdict, verify
from algebra_tnn.laws import apply, einsum

NETWORK = PolynomialNetwork((2, 4, 1), degrees=3)
FIRST = [[1, 0], [0, 1], [1, 1], [1, -1]]
LAST = [[1, 0, "-1/3", 0], [0, "-1/3", 0, 1], [0, "1/6", "1/6", 0], [0, "-1/6", "1/6", 0]]  # by a, b, c, d


def forward(x: Any, cubic: Any, c: Any) -> Any:
    """c times (network − cubic)."""
    network = einsum("j->", NETWORK.forward(x, W1=FIRST, W2=einsum("ij,j,k->ki", LAST, cubic, [1])))
    X, Y = einsum("i,i->", x, [1, 0]), einsum("i,i->", x, [0, 1])
    monomials = [apply([0, 0, 0, 1], X), X * X * Y, X * Y * Y, apply([0, 0, 0, 1], Y)]
    values = [einsum("i,i->", cubic, [int(i == k) for i in range(4)]) * m for k, m in enumerate(monomials)]
    return c * (network - sum(values[1:], values[0]))


INSTANCE = Law.trace(forward, {"x": (2,), "cubic": (4,)}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0))
