"""A binary cubic that two neurons do not represent, although such networks fill the space.

**Limits** `dimension/filling_doubled` and `dimension/filling_pair`.

**Instance.** x²y, and the symmetric tensor W with ⟨W, v ⊗ v ⊗ v⟩ = 3 x²y at v = (x, y).

**Proof.** If x²y were w_0 ⟨a_0, v⟩³ + w_1 ⟨a_1, v⟩³, then W, determined by its form, would be a sum of two rank-one
tensors 3 w_j a_j ⊗ a_j ⊗ a_j. It has rank 3.

**Established here.** The rank of W is at least 3, over C and every extension; so the widths must grow. Only the
doubling fails.

**Taken on trust.** Nothing.

**Not claimed.** That doubling is needed everywhere: three neurons suffice for binary cubics.
"""

from algebra_tnn import C, Tensor, TensorRankAtLeast, Verdict, verify

INSTANCE = Tensor((2, 2, 2), (0, 1, 1, 0, 1, 0, 0, 0))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtLeast(instance, 3, C))
