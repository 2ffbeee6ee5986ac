"""A core of shape 3×1×1 is never the least one: the rank of an unfolding is at most the product of the others.

**Limits** `rank/tucker_core`.

**Instance.** A core of shape 3×1×1 without zeros, the identity as first factor, and nonzero vectors as the others.

**Proof.** The unfolding of the core at mode 0 has one column, and T_(0) = U_0 G_(0) (U_1 ⊗ U_2)ᵀ. In general the rank
of an unfolding of a core is at most the product of the sizes along the other modes, so that R_n ≤ Π_{m≠n} R_m is
necessary for a core to be least; it is sufficient for a general one.

**Established here.** That the unfolding at mode 0 has rank at least 3, the size of the core, is refuted: its rank is 1.

**Taken on trust.** Nothing.

**Not claimed.** Nothing more: such cores are allowed, they are larger than they have to be.
"""

from algebra_tnn import Tensor, TensorRankAtLeast, Tucker, Verdict, verify

INSTANCE = Tucker.of([[[1]], [[2]], [[5]]], [[[1, 0, 0], [0, 1, 0], [0, 0, 1]], [[1], [3]], [[2], [1]]])


def proof(instance: Tucker = INSTANCE) -> Verdict:
    return verify(TensorRankAtLeast(Tensor.from_nested(instance.tensor().matricized([0])), 3))
