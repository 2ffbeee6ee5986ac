"""Neurons of one hidden layer with proportional weights.

**Instance.** Widths (2,3,2,1) with t²: the first two rows of W_1 are (1, 2) and (2, 4).

**Proof.** If row j of W_l is λ times row i, then h_j = λ^r h_i: the activations of the layer are dependent, and
`identifiability/features_dependent` gives other weights. A zero row is the case λ = 0.

**Established here.** Other weights have the same function and are not these up to permutation and rescaling, over Q
and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That weights without proportional rows are determined.

**See also** `identifiability/proportional_outputs`, `identifiability/zero_column`.
"""

from typing import Any

from algebra_tnn import PolynomialNetwork, Verdict, verify
from algebra_tnn.claims import NotDetermined
from algebra_tnn.provers import other_weights

NETWORK = PolynomialNetwork((2, 3, 2, 1), degrees=2)
INSTANCE = {"W1": [[1, 2], [2, 4], [0, 1]], "W2": [[1, 1, 2], [1, -1, 1]], "W3": [[1, 1]]}
OTHERS = {"W1": [[1, 2], [2, 4], [0, 1]], "W2": [[5, 0, 2], [1, -1, 1]], "W3": [[1, 1]]}


def proof(instance: dict[str, Any] = INSTANCE) -> Verdict:
    return verify(NotDetermined(NETWORK.law(), instance, ("W1", "W2", "W3")), by=other_weights(OTHERS))
