"""A skip connection belongs to neither part.

**Limits** `dimension/overlap`.

**Instance.** W_3 (W_2 (W_1 x)²)² + S x with three inputs, layers of two neurons, and one output.

**Proof.** With S = 0 the parts (3,2,2) and (2,2,1) of dimensions 8 and 3 share W_2, on which they depend with rank
4: 7. The three entries of S are in neither, and the linear part of the output is any linear form.

**Established here.** That the dimension is at most 8 + 3 − 4 = 7 is refuted, over Q and every extension. Only that
the parts contain every parameter fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 10.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import named


def forward(x: Any, W1: Any, W2: Any, W3: Any, S: Any) -> Any:
    h1 = named("h1", named("z1", W1 @ x) ** 2)
    h2 = named("h2", named("z2", W2 @ h1) ** 2)
    return W3 @ h2 + S @ x


INSTANCE = Law.trace(forward, {"x": (3,)}, {"W1": (2, 3), "W2": (2, 2), "W3": (1, 2), "S": (1, 3)})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 8 + 3 - 4))
