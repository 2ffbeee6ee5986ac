"""A gate that multiplies two pre-activations has no slope of its own.

**Limits** `depth/jacobian_deep`.

**Instance.** f(x) = 6 x_0 x_1: four layers, all hidden layers with one value, of which the first is the product of two
pre-activations and the others are linear. At three points.

**Proof.** The Jacobians are multiples of (x_1, x_0), and those of the format with ranks one are multiples of one
matrix.

**Established here.** That the tensor of the Jacobians has rank at most one, as all tensors of the format for widths
(2,1,1,1,1) have, is refuted, over Q and every extension. Only that activations act on one pre-activation each fails.

**Taken on trust.** Nothing.

**Not claimed.** That no wider format fits: the product is a difference of two squares.
"""

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify

POINTS = ((1, 2), (2, 1), (1, 1))
INSTANCE = [[[6 * x[1 - j] for x in POINTS] for j in range(2)]]


def proof(instance: list[list[list[int]]] = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(Tensor.from_nested(instance), 1))
