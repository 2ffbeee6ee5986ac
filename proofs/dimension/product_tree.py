"""A product of n variables, n a power of two, from log n hidden layers of squares with 2 (n − 1) neurons.

**Instance.** n = 4: widths (4,4,2,1) with t².

**Proof.** xy = ((x + y)² − (x − y)²)/4 is the output of two neurons, linear in their squares; so a layer with two
neurons for each pair, applied to linear forms in the squares below, multiplies pairs of what the layer below
multiplied. There are n − 1 products.

**Established here.** The identity for n = 4, with 6 neurons where one layer needs 8, over Q and every extension. In
the wide run for n = 8: 14 neurons, where one layer needs 128.

**Taken on trust.** Nothing.

**Not claimed.** That 2 (n − 1) neurons are needed.

**See also** `dimension/product_tree_three`, and `dimension/product_gate` for one layer.
"""

from math import prod
from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify

INSTANCE = 4
INSTANCES = [2, 4, 8]


def gate(x: Any, y: Any) -> Any:
    """The output of two neurons with t²."""
    return ((x + y) ** 2 - (x - y) ** 2) / 4


def tree(x: list[Any]) -> Any:
    return gate(tree(x[: len(x) // 2]), tree(x[len(x) // 2 :])) if len(x) > 1 else x[0]


def proof(instance: int = INSTANCE) -> Verdict:
    difference = Law.trace(lambda x, c: c * (tree(list(x)) - prod(x)), {"x": (instance,)}, {"c": ()})
    return verify(DimensionAtMost(difference, 0))
