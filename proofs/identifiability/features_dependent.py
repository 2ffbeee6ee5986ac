"""Activations of a hidden layer that are dependent as polynomials.

**Instance.** Widths (2,4,1) with t²: (x + y)² + (x − y)² = 2x² + 2y².

**Proof.** Let Σ_j α_j h_j = 0, α ≠ 0, for the activations of layer l. Add s α to the first row of W_(l+1): the
function does not change for any s. An entry j with α_j ≠ 0 is zero for one s only, so numbers of zeros in W_(l+1)
differ.

**Established here.** W_2 = (1, 2, 3, 4) and (−1, 0, 4, 5) have the same function with the same W_1, and are not
related by permutation and rescaling, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** The converse: see `identifiability/features_independent`.

**See also** `identifiability/neuron_needed`, `identifiability/neuron_added`.
"""

from typing import Any

from algebra_tnn import PolynomialNetwork, Verdict, verify
from algebra_tnn.claims import NotDetermined
from algebra_tnn.provers import other_weights

NETWORK = PolynomialNetwork((2, 4, 1), degrees=2)
INSTANCE = {"W1": [[1, 0], [0, 1], [1, 1], [1, -1]], "W2": [[1, 2, 3, 4]]}
OTHERS = {"W1": [[1, 0], [0, 1], [1, 1], [1, -1]], "W2": [[-1, 0, 4, 5]]}


def proof(instance: dict[str, Any] = INSTANCE) -> Verdict:
    return verify(NotDetermined(NETWORK.law(), instance, ("W1", "W2")), by=other_weights(OTHERS))
