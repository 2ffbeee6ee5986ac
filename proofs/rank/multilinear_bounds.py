"""Tensor rank between the multilinear ranks and the products of all but one of them, both bounds attained.

**Instance.** Σ_ij e_i ⊗ e_j ⊗ e_(i,j) of shape 2×3×6, the structure tensor of multiplying a vector of length 2 by one
of length 3 without any relation. Its multilinear ranks are (2, 3, 6).

**Proof.** Let U_n be the column space of T_(n), of dimension R_n. Then T lies in U_0 ⊗ … ⊗ U_(N−1). From below: T_(n)
is a sum of rank T matrices of rank one. From above: for a fixed n choose bases of the U_m, m ≠ n, and expand T in
their products: there are Π_{m≠n} R_m of them, each times one vector of mode n.

**Established here.** The rank is 6 = max R_n = min_n Π_{m≠n} R_m = 2 · 3, over Q and every extension of it.

**Taken on trust.** Nothing.

**Not claimed.** That both bounds meet in general; see `rank/ghz` and `rank/w_exceeds`.

**See also** `rank/w_exceeds`: the rank can exceed every multilinear rank and every dimension.
"""

from algebra_tnn import Tensor, TensorRankBetween, Verdict, verify

INSTANCE = Tensor.from_nested([[[int(k == 3 * i + j) for k in range(6)] for j in range(3)] for i in range(2)])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(instance, 6, 6))
