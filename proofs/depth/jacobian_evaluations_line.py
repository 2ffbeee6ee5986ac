"""Three points on a line.

**Limits** `depth/jacobian_evaluations`.

**Instance.** The gradients of quadratic polynomials at (0, 0), (1, 1), (2, 2).

**Proof.** The gradient of (x − y)² is zero on the line x = y.

**Established here.** That the rank is at least 5 is refuted: it is at most 4, over Q and every extension. Only that no
polynomial of degree one vanishes at the points fails.

**Taken on trust.** Nothing.

**Not claimed.** That more points on the line would help: they do not.
"""

from algebra_tnn import TensorRankAtLeast, Verdict, verify
from algebra_tnn.models.derivatives import evaluation_matrix

INSTANCE = ((0, 0), (1, 1), (2, 2))


def proof(instance: tuple[tuple[int, int], ...] = INSTANCE) -> Verdict:
    return verify(TensorRankAtLeast(evaluation_matrix(instance, 2), 5))
