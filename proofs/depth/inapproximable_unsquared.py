"""Singular values that are not squared bound nothing.

**Limits** `depth/inapproximable`.

**Instance.** diag(1, 0, 0, 0) against the identity of size 4, the extremal deep circuit of N = 4 inputs of dimension 2.

**Proof.** The squared distance is 3. The sum of the three least singular values of the identity is 3, and its square 9:
the distance is not at least the sum of the singular values that are left, but the root of the sum of their squares.

**Established here.** This matrix has rank at most 1, over Q and every extension; a test evaluates the distance. Only
the squares fail.

**Taken on trust.** Nothing.

**Not claimed.** Anything of norms in which singular values are summed.
"""

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify

INSTANCE = Tensor.from_nested([[int(i == j == 0) for j in range(4)] for i in range(4)])


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 1))
