"""A product with a repeated factor needs fewer neurons.

**Limits** `dimension/product_gate`.

**Instance.** n = 3 factors x, x, y: 6 x²y = (x + y)³ − (x − y)³ − 2 y³.

**Established here.** The identity, over Q and every extension: three neurons with t³, where three different factors
need four. Only that the factors are different variables fails.

**Taken on trust.** Nothing.

**Not claimed.** That two neurons do not suffice: `dimension/filling_not_all` says so.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify

INSTANCE = [[1, 1], [1, -1], [0, 1]]


def difference(neurons: list[list[int]]) -> Law:
    """c times (sum of powers − 6 x²y)."""

    def forward(x: Any, c: Any) -> Any:
        return c * ([1, -1, -2] @ (neurons @ x) ** 3 - 6 * x[0] ** 2 * x[1])

    return Law.trace(forward, {"x": (2,)}, {"c": ()})


def proof(instance: list[list[int]] = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0))
