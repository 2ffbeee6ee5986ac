"""A quadratic polynomial on sixteen points is a train with ranks 2, 3, 2.

**Instance.** n² + n + 1 for n = 0, …, 15, in a tensor of shape 2×2×2×2, by binary digits.

**Proof.** See `depth/tensorized`: 3 = 2 + 1 in the middle, where both sides have four values.

**Established here.** The matricization at the first two digits has rank 3, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Polynomials over finite fields, where powers of few values may be dependent.

**See also** `depth/tensorized_pairs`.
"""

from algebra_tnn import Tensor, TensorRankBetween, Verdict, verify

DIGITS = Tensor((2, 2, 2, 2), tuple(n * n + n + 1 for n in range(16)))
INSTANCE = Tensor.from_nested(DIGITS.matricized([0, 1]))


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankBetween(instance, 3, 3))
