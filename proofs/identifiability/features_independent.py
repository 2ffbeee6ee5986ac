"""Independent activations, and other weights nevertheless.

**Limits** `identifiability/features_dependent`.

**Instance.** Widths (3,2,1) with t²: x² + y² in three variables.

**Proof.** x² and y² are independent; the sum is that of the squares of 3x/5 + 4y/5 and 4x/5 − 3y/5.

**Established here.** Other weights have the same function and are not these up to permutation and rescaling, over Q
and every extension. Nothing is violated: dependent activations are enough for other weights, and not needed.

**Taken on trust.** Nothing.

**Not claimed.** More than that.
"""

from typing import Any

from algebra_tnn import PolynomialNetwork, Verdict, verify
from algebra_tnn.claims import NotDetermined
from algebra_tnn.provers import other_weights

NETWORK = PolynomialNetwork((3, 2, 1), degrees=2)
INSTANCE = {"W1": [[1, 0, 0], [0, 1, 0]], "W2": [[1, 1]]}
OTHERS = {"W1": [["3/5", "4/5", 0], ["4/5", "-3/5", 0]], "W2": [[1, 1]]}


def proof(instance: dict[str, Any] = INSTANCE) -> Verdict:
    return verify(NotDetermined(NETWORK.law(), instance, ("W1", "W2")), by=other_weights(OTHERS))
