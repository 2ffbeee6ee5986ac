"""A neuron of the last hidden layer to which no output listens.

**Instance.** Widths (2,2,2,1) with t²: the second column of W_3 is zero.

**Proof.** The neuron's weights in W_l may be anything, with any number of zeros.

**Established here.** Other weights have the same function and are not these up to permutation and rescaling, over Q
and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That weights without zero columns are determined.

**See also** `identifiability/proportional_outputs`, `identifiability/proportional_rows`.
"""

from typing import Any

from algebra_tnn import PolynomialNetwork, Verdict, verify
from algebra_tnn.claims import NotDetermined
from algebra_tnn.provers import other_weights

NETWORK = PolynomialNetwork((2, 2, 2, 1), degrees=2)
INSTANCE = {"W1": [[1, 2], [0, 1]], "W2": [[1, 1], [1, 2]], "W3": [[1, 0]]}
OTHERS = {"W1": [[1, 2], [0, 1]], "W2": [[1, 1], [1, 0]], "W3": [[1, 0]]}


def proof(instance: dict[str, Any] = INSTANCE) -> Verdict:
    return verify(NotDetermined(NETWORK.law(), instance, ("W1", "W2", "W3")), by=other_weights(OTHERS))
