"""Two outputs that are the same.

**Limits** `identifiability/running_example`.

**Instance.** Widths (3,2,2) with t², W_1 = [[1, 0, 0], [0, 1, 0]], both columns of W_2 equal to (1, 2).

**Proof.** x_0² + x_1² = (3x_0/5 + 4x_1/5)² + (4x_0/5 − 3x_1/5)².

**Established here.** Other weights have the same function and are not these up to permutation and rescaling, over Q
and every extension: W_1 has no zeros but in its last column. Only that W_2 is invertible fails.

**Taken on trust.** Nothing.

**Not claimed.** The same for t³, where it is false: `identifiability/proportional_outputs`.
"""

from typing import Any

from algebra_tnn import PolynomialNetwork, Verdict, verify
from algebra_tnn.claims import NotDetermined
from algebra_tnn.provers import other_weights

NETWORK = PolynomialNetwork((3, 2, 2), degrees=2)
INSTANCE = {"W1": [[1, 0, 0], [0, 1, 0]], "W2": [[1, 1], [2, 2]]}
OTHERS = {"W1": [["3/5", "4/5", 0], ["4/5", "-3/5", 0]], "W2": [[1, 1], [2, 2]]}


def proof(instance: dict[str, Any] = INSTANCE) -> Verdict:
    return verify(NotDetermined(NETWORK.law(), instance, ("W1", "W2")), by=other_weights(OTHERS))
