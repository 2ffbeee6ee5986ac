"""Kronecker products do not commute.

**Limits** `tensors/kronecker_rank`, `tensors/outer_product`.

**Instance.** A = [1 2], B = [1 3]: A ⊗ B = [1 3 2 6], but B ⊗ A = [1 2 3 6].

**Proof.** B ⊗ A = P (A ⊗ B) Q with the permutation matrices that interchange the parts of the index pairs. So
everything that is invariant under permutations (rank, Kruskal rank) agrees, and equality of matrices fails as soon as
one pair of entries can be told apart. The order in which a matricization runs through its modes is therefore part of
its definition.

**Established here.** A ⊗ B − B ⊗ A is not of rank 0: refuted, by an entry that is not zero.

**Taken on trust.** Nothing.

**Not claimed.** That the two products are never equal: they are, for instance if A = B.
"""

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, kronecker, verify

A, B = ((1, 2),), ((1, 3),)
AB, BA = kronecker(A, B), kronecker(B, A)
INSTANCE = Tensor.from_nested([[x - y for x, y in zip(AB[0], BA[0], strict=True)]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 0))
