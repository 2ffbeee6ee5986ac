"""The least bonds of a tensor train: the ranks of the flattenings at the first modes.

**Instance.** The train with bonds 2, 3, 2 of shape 3×4×2×3 below, cut behind its first mode (in `INSTANCES`: at each
bond).

**Proof.** A train with the bond r_k behind mode k − 1 is Σ over the r_k values of this bond of (a tensor in the first k
modes) ⊗ (one in the others), so the rank of the flattening at the first k modes is at most r_k. Conversely let U_k be
the reduced column echelon form of this flattening, with the identity in the rows P_k. The columns of U_k, with the last
row index fixed, lie in the column space of the flattening one bond before, so U_k[(i, j), b] = Σ_a U_{k−1}[i, a]
U_k[(p_a, j), b] with p_a the a-th row in P_{k−1}. So the arrays G_k[a, j, b] = U_k[(p_a, j), b] are cores of a train of
T with all bonds least at once.

**Established here.** The flattening has rank 2 (3, 2), so no train of this tensor has a smaller bond there; over Q and
every extension.

**Taken on trust.** Nothing.

**Not claimed.** That other orders of the modes have the same bonds: `rank/train_order`.

**See also** `rank/train_order`.
"""

from algebra_tnn import Tensor, TensorRankBetween, TensorTrain, Verdict, verify

T = TensorTrain.of(
    [
        [[[1, 0], [0, 1], [2, 1]]],
        [
            [[1, 0, 1], [2, 1, 0], [0, 0, 1], [1, 1, 1]],
            [[0, 1, 1], [1, 0, 2], [1, 2, 0], [0, 1, 0]],
        ],
        [[[1, 0], [0, 1]], [[2, 1], [1, 0]], [[0, 3], [1, 1]]],
        [[[1], [0], [2]], [[0], [1], [1]]],
    ]
)
INSTANCE = 1
INSTANCES = [1, 2, 3]


def proof(instance: int = INSTANCE) -> Verdict:
    flattening = Tensor.from_nested(T.tensor().matricized(range(instance)))
    return verify(TensorRankBetween(flattening, T.ranks[instance - 1], T.ranks[instance - 1]))
