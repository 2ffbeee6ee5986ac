"""The same zeros and ones may have a smaller rank over Q.

**Limits** `hardness/binary_orbits`.

**Instance.** The slices [[0, 1], [1, 0]] and [[1, 0], [0, 1]], of rank 3 over GF(2), where t² − 1 = (t − 1)².

**Proof.** The entry at (i, j, k) is 1 if i + j + k is odd, and else 0. So over a field of characteristic other than 2,
twice the tensor is (1, 1)^⊗3 − (1, −1)^⊗3: the pencil has the two roots ± 1.

**Established here.** The rank is at most 2, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That ranks over GF(2) bound those over Q in general. Of the 256 tensors of zeros and ones of this shape
66 have rank 3 over GF(2), of these 52 over Q, 44 over R and 40 over C; all others have the same rank over all four.
"""

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify

INSTANCE = Tensor.from_nested([[[0, 1], [1, 0]], [[1, 0], [0, 1]]])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 2))
