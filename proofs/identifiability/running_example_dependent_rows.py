"""Two neurons that are the same.

**Limits** `identifiability/running_example`.

**Instance.** Widths (3,2,2) with t², both rows of W_1 equal to (1, 2, 0), W_2 the unit matrix.

**Proof.** Both outputs are multiples of one square, and only the sums of the rows of W_2 matter.

**Established here.** Other weights have the same function and are not these up to permutation and rescaling, over Q
and every extension. Only that W_1 has full row rank fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that.
"""

from typing import Any

from algebra_tnn import PolynomialNetwork, Verdict, verify
from algebra_tnn.claims import NotDetermined
from algebra_tnn.provers import other_weights

NETWORK = PolynomialNetwork((3, 2, 2), degrees=2)
INSTANCE = {"W1": [[1, 2, 0], [1, 2, 0]], "W2": [[1, 0], [0, 1]]}
OTHERS = {"W1": [[1, 2, 0], [1, 2, 0]], "W2": [[2, -1], [0, 1]]}


def proof(instance: dict[str, Any] = INSTANCE) -> Verdict:
    return verify(NotDetermined(NETWORK.law(), instance, ("W1", "W2")), by=other_weights(OTHERS))
