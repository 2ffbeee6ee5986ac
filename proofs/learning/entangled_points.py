"""Second derivatives at another point are not in the span at the first.

**Limits** `learning/entangled_weights`, `learning/entangled_span`.

**Instance.** The network of `learning/entangled_span`, (3,3,2,1) with t² + t and W_3 = (1 2). The five matrices of the
span at the origin, and the second derivative at (0, 1, 0).

**Proof.** The entangled weights v_l(x) = Aᵀ D(g′) b_l change with x.

**Established here.** That the six matrices have rank at most five is refuted, over Q and every extension. Only that the
point is that of the entangled weights fails.

**Taken on trust.** Nothing.

**Not claimed.** How far the second derivative is from the span: near the point it is close to it.
"""

from itertools import combinations_with_replacement

from algebra_tnn import PolynomialNetwork, Tensor, TensorRankAtMost, Verdict, WeightedNetwork, verify
from algebra_tnn.models.derivatives import derivative_values

ROWS = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
ENTANGLED = [[1, 1, 1], [1, 2, -1]]
INSTANCE = WeightedNetwork(PolynomialNetwork((3, 3, 2, 1), activations="t^2 + t"), [ROWS, ENTANGLED, [[1, 2]]])
POINT = [0, 1, 0]
PAIRS = tuple(combinations_with_replacement(range(3), 2))
SPAN = [[v[j] * v[k] for j, k in PAIRS] for v in (*ROWS, *ENTANGLED)]


def proof(instance: WeightedNetwork = INSTANCE) -> Verdict:
    hessian = derivative_values(instance, [POINT], 2)
    further = [hessian[0, j, k, 0] for j, k in PAIRS]
    return verify(TensorRankAtMost(Tensor.from_nested([*SPAN, further]), 5))
