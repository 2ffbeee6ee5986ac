"""The third derivative of three layers has other terms.

**Limits** `depth/third_derivative`, `depth/differential_activations`.

**Instance.** (2,2,1,1) with t² and W_1 the unit matrix: f(x) = (x_0² + x_1²)² at (1, 1). The rows are a_0 ⊗ a_0 ⊗ a_0,
a_1 ⊗ a_1 ⊗ a_1 and ∇³f, as vectors.

**Proof.** The derivative of f by x_0, x_0, x_1 is 8 x_1, and this entry is zero in both terms.

**Established here.** That the third derivative is in the span of the a_i ⊗ a_i ⊗ a_i, a matrix of rank two, is refuted,
over Q and every extension. Only that there are two layers of weights fails.

**Taken on trust.** Nothing.

**Not claimed.** That there are no other vectors a_i for which it is.
"""

from algebra_tnn import PolynomialNetwork, Tensor, TensorRankAtMost, Verdict, WeightedNetwork, verify
from algebra_tnn.models.derivatives import derivative_values

INSTANCE = WeightedNetwork(PolynomialNetwork((2, 2, 1, 1), degrees=2), [[[1, 0], [0, 1]], [[1, 1]], [[1]]])
TERMS = [[1, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 1]]


def proof(instance: WeightedNetwork = INSTANCE) -> Verdict:
    third = list(derivative_values(instance, [[1, 1]], 3).entries)
    return verify(TensorRankAtMost(Tensor.from_nested([*TERMS, third]), 2))
