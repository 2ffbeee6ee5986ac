"""A polynomial of degree d in a sum has separation rank d + 1 at every cut.

**Instance.** x² + 3 for x = x_0 + x_1 + x_2 + x_3, the first two numbers against the others; in `INSTANCES` other
degrees, and a polynomial with several terms.

**Proof.** Let p have degree d in one variable, and f(x) = p(Σ_k w_k(x_k)) for functions w_k. With u = Σ_(k∈I) w_k and v
the sum of the others, p(u + v) = Σ_(a≤d) u^a p^(a)(v)/a!, d + 1 products. If both u and v take d + 1 values or more,
then, in characteristic 0, u^0, …, u^d are independent, and so are the derivatives p^(a)(v), whose degrees are d, d − 1,
…, 0: the rank is d + 1. A function of one variable on b^L points is such an f, with w_k(x_k) = b^(L−1−k) x_k for the
digits x_k: so its tensor of shape b×b×… is a train with ranks of at most min(d + 1, b^k, b^(L−k)).

**Established here.** The separation rank is 3, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** What is approximated by such functions: no rates of approximation, no spaces of smooth functions.

**See also** `depth/tensorized_digits`, `depth/sine` and `depth/tensorized_pairs`.
"""

from typing import Any

from algebra_tnn import Law, SeparationRankBetween, Verdict, verify
from algebra_tnn.laws import apply, einsum, named

INSTANCE = (3, 0, 1)
INSTANCES = [INSTANCE, (1, 2), (0, 0, 0, 1), (1, 1, 1, 1, 1)]


def law(coefficients: tuple[int, ...]) -> Law:
    """The polynomial with these coefficients, the constant first, at the sum of four numbers."""

    def forward(x0: Any, x1: Any, x2: Any, x3: Any) -> Any:
        total = named("u", x0 + x1) + named("v", x2 + x3)
        return einsum("a->", apply(list(coefficients), total))

    return Law.trace(forward, {f"x{k}": (1,) for k in range(4)}, {})


def proof(instance: tuple[int, ...] = INSTANCE) -> Verdict:
    rank = len(instance)
    return verify(SeparationRankBetween(law(instance), ("x0", "x1"), rank, rank))
