"""Jacobians of three layers are no sums of so many terms.

**Limits** `depth/jacobian_terms`.

**Instance.** (2,2,2,2) with t² and four points. Each hidden layer has two neurons.

**Proof.** The slices W_3 D_n(g) W_2 D_n(h) W_1 are four independent 2×2 matrices, so that the flattening has rank four.

**Established here.** That the tensor of the Jacobians has at most two terms is refuted: its rank is at least three,
over Q and every extension. Only that there are two layers of weights fails.

**Taken on trust.** Nothing.

**Not claimed.** The rank. The format that these tensors have is ParaTuck-2 (statement C15).
"""

from algebra_tnn import PolynomialNetwork, TensorRankAtMost, Verdict, WeightedNetwork, verify
from algebra_tnn.models.derivatives import derivative_values

UNIT = [[1, 0], [0, 1]]
INSTANCE = WeightedNetwork(PolynomialNetwork((2, 2, 2, 2), degrees=2), [UNIT, [[1, 1], [1, 2]], UNIT])
POINTS = [[1, 1], [1, 2], [2, 1], [1, -1]]


def proof(instance: WeightedNetwork = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(derivative_values(instance, POINTS), instance.network.widths[1]))
