"""The bound for the rank of rectified units with max pooling is attained.

**Instance.** Four inputs of three templates, one unit: rank 5 = 1 + 2 · 2 at the inputs 0 and 2.

**Proof.** The values of u at I and of v at J are the smallest ones at one template of each input and interleave
otherwise. For one unit with K + 1 values on both sides, u_0 = v_0 < u_1 < v_1 < u_2 < …, the matrix max(u_k, v_l) has
K + 1 different rows, and differences of consecutive ones are zero from a place on that moves by one with each k: they
are independent.

**Established here.** The matrix has rank exactly 5, over Q and every extension. In the wide run 1 + Z (N/2) (M − 1) is
attained for (N, M, Z) = (4,2,1), (4,3,2), (6,2,2), (4,4,2): 3, 9, 7, 13. So the constant (N/2) (M − 1) is the right
one in this argument.

**Taken on trust.** Nothing.

**Not claimed.** That it is attained for all N, M and Z with 1 + Z (N/2) (M − 1) ≤ M^(N/2).

**See also** `depth/max_pooling_two_levels`, `depth/max_pooling_units`. The weights were found by a random search among
values that interleave.
"""

from typing import TypeAlias

from algebra_tnn import Tensor, TensorRankBetween, Verdict, verify
from algebra_tnn.models.pooling import PoolingNetwork, largest_rank

Filters: TypeAlias = list[list[list[int]]]  # for each input a row of values at the templates for each unit
Case: TypeAlias = tuple[Filters, list[int]]  # and the weights of the units

INSTANCE: Case = ([[[4, 0, 6]], [[9, 7, 0]], [[2, 8, 0]], [[0, 3, 5]]], [-2])
INSTANCES: list[Case] = [
    INSTANCE,
    ([[[0, 2]], [[5, 0]], [[4, 0]], [[0, 3]]], [3]),
    ([[[0, 6, 4], [4, 6, 0]], [[5, 0, 9], [5, 9, 0]], [[2, 8, 0], [8, 2, 0]], [[7, 0, 3], [0, 7, 3]]], [-3, 1]),
    (
        [
            *([[0, 2], [4, 0]], [[3, 0], [5, 0]], [[0, 6], [0, 2]]),
            *([[0, 5], [7, 0]], [[4, 0], [0, 6]], [[7, 0], [3, 0]]),
        ],
        [-3, -3],
    ),
    (
        [
            *([[12, 0, 6, 4], [6, 4, 10, 0]], [[9, 7, 0, 3], [3, 0, 9, 13]]),
            *([[0, 8, 10, 2], [0, 2, 8, 12]], [[0, 11, 13, 5], [7, 0, 5, 11]]),
        ],
        [-3, -3],
    ),
]


def proof(instance: Case = INSTANCE) -> Verdict:
    filters, last = instance
    network = PoolingNetwork.shallow(len(filters), len(filters[0][0]), len(last))
    matrix = network.grid_tensor([*filters, last]).matricized(range(0, network.inputs, 2))
    rank = largest_rank(len(last), network.inputs // 2, network.dimension)
    return verify(TensorRankBetween(Tensor.from_nested(matrix), rank, rank))
