"""A degree less than Kruskal's condition wants.

**Limits** `identifiability/kruskal_weights`.

**Instance.** Widths (2,3,1) with t⁴, x⁴ + y⁴ + (x + y)⁴: k-ranks 1 and 2, and 4 (2 − 1) < 6 − 1.

**Proof.** a⁴ + b⁴ + (a + b)⁴ = 2 (a² + ab + b²)², and a² + ab + b² is multiplied by 3 if a = x − y and b = x + 2y
take the places of x and y.

**Established here.** x⁴ + y⁴ + (x + y)⁴ = ((x − y)⁴ + (x + 2y)⁴ + (2x + y)⁴)/9: other weights, which are not these up
to permutation and rescaling, over Q and every extension. Only the inequality fails, by one.

**Taken on trust.** Nothing.

**Not claimed.** That there is no condition under which fewer degrees suffice.
"""

from typing import Any

from algebra_tnn import PolynomialNetwork, Verdict, verify
from algebra_tnn.claims import NotDetermined
from algebra_tnn.provers import other_weights

NETWORK = PolynomialNetwork((2, 3, 1), degrees=4)
INSTANCE = {"W1": [[1, 0], [0, 1], [1, 1]], "W2": [[1, 1, 1]]}
OTHERS = {"W1": [[1, -1], [1, 2], [2, 1]], "W2": [["1/9", "1/9", "1/9"]]}


def proof(instance: dict[str, Any] = INSTANCE) -> Verdict:
    return verify(NotDetermined(NETWORK.law(), instance, ("W1", "W2")), by=other_weights(OTHERS))
