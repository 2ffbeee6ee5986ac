"""Two networks with the outputs (x² + y²)² and (x² − y²)².

**Limits** `identifiability/blocks_determined`.

**Instance.** Widths (2,2,2,2) with t², W_1 = 1, W_2 = [[1, 1], [1, −1]], W_3 = 1, both of whose blocks determine
their weights.

**Proof.** (x² − y²)² = (x² + y²)² − (2xy)², and 2xy as well as x² + y² is linear in the squares of x + y and x − y.
The squares (x² + y²)², (x² − y²)² and (2xy)² are dependent, and any two of them can be the last hidden layer.

**Established here.** W_1 = [[1, 1], [1, −1]], W_2 = W_1/2, W_3 = [[1, 0], [1, −1]] have the same function, and are
not the first weights up to permutation and rescaling, over Q and every extension. Nothing is violated.

**Taken on trust.** Nothing.

**Not claimed.** Anything about general weights of these widths: those are determined up to finitely many choices.
"""

from typing import Any

from algebra_tnn import PolynomialNetwork, Verdict, verify
from algebra_tnn.claims import NotDetermined
from algebra_tnn.provers import other_weights

NETWORK = PolynomialNetwork((2, 2, 2, 2), degrees=2)
INSTANCE = {"W1": [[1, 0], [0, 1]], "W2": [[1, 1], [1, -1]], "W3": [[1, 0], [0, 1]]}
OTHERS = {"W1": [[1, 1], [1, -1]], "W2": [["1/2", "1/2"], ["1/2", "-1/2"]], "W3": [[1, 0], [1, -1]]}


def proof(instance: dict[str, Any] = INSTANCE) -> Verdict:
    return verify(NotDetermined(NETWORK.law(), instance, ("W1", "W2", "W3")), by=other_weights(OTHERS))
