"""The part of degree 3 of a Π-net of degree 4 and rank 1 has no single term.

**Limits** `depth/pi_net`.

**Instance.** N = 4, one entry of y, and U_1 = e_0, U_2 = e_1, U_3 = e_2, U_4 = e_3, C = 1. The form of degree 3 is
x_0 (x_1 x_2 + x_1 x_3 + x_2 x_3), with the symmetric matrix of the bracket, doubled, as the slice at x_0.

**Proof.** A product of three linear forms has slices that are quadratic forms of rank at most 2; this one has rank 3:
det [[0,1,1],[1,0,1],[1,1,0]] = 2. And the tensor e_1 ⊗ e_2 + e_1 ⊗ e_3 + e_2 ⊗ e_3, before it is made symmetric, has
rank 2.

**Established here.** That the bracket has a matrix of rank at most 2, as a product of two linear forms has, is
refuted, over Q and every extension. Only the hypothesis n ≤ 2 or n = N fails.

**Taken on trust.** Nothing.

**Not claimed.** What the rank of such tensors is in general; it is at most C(N−1, n−1) times that of y.
"""

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify

DEGREES = (3, 4)  # n and N
INSTANCE = Tensor.from_nested([[0, 1, 1], [1, 0, 1], [1, 1, 0]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 2))
