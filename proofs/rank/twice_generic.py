"""Twice the generic rank is enough for every tensor of shape 4×4×4.

**Instance.** The product of 2×2 matrices, of shape 4×4×4, where the generic rank is 7 (statement B9).

**Proof.** General tensors are sums of seven terms. So are T′ and T − T′ both, for a general T′.

**Established here.** The rank is at most 14, over Q and every extension; it is in fact 7.

**Taken on trust.** Nothing.

**Not claimed.** That 14 terms are ever needed. The numbers of rows and columns say at most 16.

**See also** `rank/twice_too_few`.
"""

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify

GENERIC = 7
INSTANCE = Tensor.from_nested(
    [
        [[int(a % 2 == b // 2 and c == a // 2 * 2 + b % 2) for c in range(4)] for b in range(4)]  # (ij)(jk) = ik
        for a in range(4)
    ]
)


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 2 * GENERIC))
