"""The rank of a Kronecker product is the product of the ranks.

**Instance.** A is 2×3 of rank 2, B is 3×4 of rank 2 (its third row is the sum of the others); A ⊗ B is 6×12.

**Proof.** If A = Σ_r u_r v_rᵀ and B = Σ_s x_s y_sᵀ are sums of rank A and rank B terms, the products (u_r ⊗ x_s)(v_r
⊗ y_s)ᵀ sum to A ⊗ B. Minimality of the two sums means that the u_r, the v_r, the x_s, the y_s are independent, hence
so are the u_r ⊗ x_s and the v_r ⊗ y_s, and a sum of n terms whose left and right vectors are independent has rank n.

**Established here.** rank(A ⊗ B) = 4 = 2 · 2 over Q and every extension: a 4×4 minor and a sum of four terms.

**Taken on trust.** Nothing.

**Not claimed.** Anything about tensors of order three, where the analogue fails: the order matters.

**See also** `tensors/kronecker_order` (A ⊗ B is not B ⊗ A), `tensors/kronecker_square` (no such law from order three
on).
"""

from algebra_tnn import Tensor, TensorRankBetween, Verdict, kronecker, verify

A = ((1, 2, 0), (0, 1, 3))
B = ((1, 0, 2, 1), (0, 1, 1, -1), (1, 1, 3, 0))
INSTANCE = Tensor.from_nested(kronecker(A, B))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(instance, 4, 4))
