"""Without a limit five products do not multiply a 2×2 matrix with a zero by any other.

**Limits** `rank/bini`, `rank/bini_partial`.

**Instance.** The product of (x y; z 0) by (p q; r s), as a tensor of shape 3×4×4, as in `rank/bini_partial`.

**Proof.** By substitution: two slices of the last mode leave, with a term each, and then the four of the second.

**Established here.** "The rank is at most 5" is refuted over Q and every extension: it is at least 6.

**Taken on trust.** Nothing.

**Not claimed.** Anything about limits.
"""

from algebra_tnn import Tensor, TensorRankAtMost, Verdict, verify

INSTANCE = Tensor.from_nested(
    [
        [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]],
        [[0, 0, 0, 0], [0, 0, 0, 0], [1, 0, 0, 0], [0, 1, 0, 0]],
        [[0, 0, 1, 0], [0, 0, 0, 1], [0, 0, 0, 0], [0, 0, 0, 0]],
    ]
)


def proof(instance: Tensor = INSTANCE) -> Verdict:
    return verify(TensorRankAtMost(instance, 5))
