"""ReLU: where it has derivatives, the second and all further ones are zero.

**Limits** `uniqueness/third_derivative_terms`.

**Instance.** (2,2,1) with ReLU, on a region where the same neurons are active: f(x) = W_2 (m ⊙ (W_1 x + b)) with a mask
m of zeros and ones, here of any numbers.

**Proof.** f is affine in x on the region.

**Established here.** f(x + h) − f(x) is linear in h, as polynomials in x, h, the mask, the weights and biases, so that
all third derivatives are zero, over Q and every extension. They are those of every network on its regions: the rows of
W_1 are not determined. Only that σ‴ is not zero at the pre-activations fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about points where a pre-activation is zero, or about means of f over many regions (statement
E9).
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import taylor_difference

INSTANCE = Law.trace(
    lambda x, m, W1, b1, W2: W2 @ (m * (W1 @ x + b1)),
    {"x": (2,), "m": (2,)},
    {"W1": (2, 2), "b1": (2,), "W2": (1, 2)},
)


def nothing(x: Any) -> Any:
    return [[[[0, 0], [0, 0]], [[0, 0], [0, 0]]]]


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(Vanishes(taylor_difference(instance, "x", 3, Law.trace(nothing, {"x": (2,)}, {}))))
