"""A kernel without differences of tensors of rank one: both factors are determined by their product.

**Instance.** h ∈ K³ and g ∈ K³, M_1(h) = hᵀ, and the columns of M_2(g) such that the product has the entries h_i g_j
for i ≠ j, h_0 g_0 − h_1 g_1 and h_1 g_1 − h_2 g_2. The matrix is that of 𝒜 and, in a block of its own, N = 1.

**Proof.** 𝒜 has eight rows, and N is in its kernel. A matrix of two diagonal blocks of the ranks r and s has the rank r
+ s. If it is 11, then 𝒜 has rank 8 and N has rank 3: the kernel is the line of N, whose elements besides 0 have rank 3.
A difference of two matrices of rank one has rank at most 2. So h ⊗ g is determined, and with it h and g up to a factor,
if both are not zero.

**Established here.** That the rank is 11, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That the kernel must be that small: all that matters are its elements of rank at most 2.

**See also** `depth/structured_product_exchange`.
"""

from algebra_tnn import Tensor, TensorRankBetween, Verdict, verify
from algebra_tnn.models.structured import StructuredProduct

UNIT = [[[int(p == i) for i in range(3)]] for p in range(3)]  # M_1(h) = hᵀ
PLACES = [(i, j) for i in range(3) for j in range(3) if i != j]
NETWORK = StructuredProduct(
    [
        UNIT,
        [
            [
                [int((i, j) == place) for place in PLACES] + [int(i == j == k) - int(i == j == k + 1) for k in range(2)]
                for i in range(3)
            ]
            for j in range(3)
        ],
    ]
)
KERNEL = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
INSTANCE = Tensor.from_nested(
    [[*row, *[0] * 3] for row in NETWORK.lifting] + [[*[0] * 9, *row] for row in KERNEL],
)


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(instance, 11, 11))
