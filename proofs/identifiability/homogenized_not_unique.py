"""Parameters with biases that are determined, although those of the homogenized network are not.

**Limits** `identifiability/homogenized_unique`.

**Instance.** x² + 1 as w (a x + b)² + c, widths (1,1,1) with t² and biases; its homogenization x² + x_0² has widths
(2,2,1).

**Proof.** w a², w a b and w b² + c are coefficients; so a and w are not zero, b/a and w a² are determined, and with
them c. That is (w, a, b) up to rescaling.

**Established here.** The homogenized network has other weights with the same function, which are not its weights up
to permutation and rescaling, over Q and every extension. Nothing is violated: uniqueness of the homogenized network
is enough, and not needed.

**Taken on trust.** Nothing.

**Not claimed.** More than that.
"""

from typing import Any

from algebra_tnn import PolynomialNetwork, Verdict, verify
from algebra_tnn.claims import NotDetermined
from algebra_tnn.provers import other_weights

NETWORK = PolynomialNetwork((1, 1, 1), degrees=2, biases=True)
INSTANCE = {"W1": [[1]], "b1": [0], "W2": [[1]], "b2": [1]}
OTHERS = {"W1": [["3/5", "4/5"], ["4/5", "-3/5"]], "W2": [[1, 1]]}


def proof(instance: dict[str, Any] = INSTANCE) -> Verdict:
    weights = NETWORK.homogenized_weights(instance)
    return verify(NotDetermined(NETWORK.homogenized().law(), weights, ("W1", "W2")), by=other_weights(OTHERS))
