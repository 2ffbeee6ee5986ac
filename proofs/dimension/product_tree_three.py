"""Three variables: one of them must pass a layer of squares.

**Limits** `dimension/product_tree`.

**Instance.** n = 3, widths (3,3,2,1) with t²: x_0 x_1 from two neurons, x_2² from the third, and then their product.

**Proof.** The outputs of layers of squares without biases have the degrees 2, 4, 8, …, never 3.

**Established here.** That the output is x_0 x_1 x_2 is refuted, over Q and every extension. Only that n is a power of
two fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything with biases: they provide a fourth factor 1.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify

INSTANCE = 3


def gate(x: Any, y: Any) -> Any:
    """The output of two neurons with t²."""
    return ((x + y) ** 2 - (x - y) ** 2) / 4


def proof(instance: int = INSTANCE) -> Verdict:
    difference = Law.trace(
        lambda x, c: c * (gate(gate(x[0], x[1]), x[2] ** 2) - x[0] * x[1] * x[2]), {"x": (instance,)}, {"c": ()}
    )
    return verify(DimensionAtMost(difference, 0))
