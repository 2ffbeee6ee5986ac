"""The span of the a_i a_iᵀ and the v_l v_lᵀ at one point has the dimension that is expected.

**Instance.** (3,3,2,1) with t² + t, W_1 the unit matrix, W_2 = (1 1 1; 1 2 −1), at the origin, where v_l = b_l: five
symmetric matrices, as vectors.

**Proof.** A minor.

**Established here.** The rank is 5 = 3 + 2, the number of hidden neurons, over Q and every extension. The space of
symmetric matrices has the dimension 6.

**Taken on trust.** Nothing.

**Not claimed.** Anything about the span for all points together.

**See also** `learning/entangled_points`.
"""

from itertools import combinations_with_replacement

from algebra_tnn import Tensor, TensorRankBetween, Verdict, verify

ROWS = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
ENTANGLED = [[1, 1, 1], [1, 2, -1]]
INSTANCE = [[v[j] * v[k] for j, k in combinations_with_replacement(range(3), 2)] for v in (*ROWS, *ENTANGLED)]


def proof(instance: list[list[int]] = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(Tensor.from_nested(instance), 5, 5))
