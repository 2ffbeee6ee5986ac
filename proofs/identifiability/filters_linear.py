"""Filters of a linear convolutional network are not determined.

**Limits** `identifiability/filters`.

**Instance.** The filters (2, 3, 1) and (3, 1), and the filters (3, 4, 1) and (2, 1), on four inputs, without
activation.

**Proof.** As polynomials 2 + 3z + z² = (z + 1)(z + 2) and 3 + z, whose product is also that of 3 + 4z + z² =
(z + 1)(z + 3) and 2 + z. (2, 3, 1) and (3, 4, 1) are not proportional.

**Established here.** Both networks are the same function, over Q and every extension. Only the hypothesis that degrees
are at least 2 fails.

**Taken on trust.** Nothing.

**Not claimed.** In how many ways filters are exchanged: see `identifiability/filter_zeros`.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import fixed
from algebra_tnn.laws.traced_values import traced_value
from algebra_tnn.models.structured import ConvolutionalNetwork

NETWORK = ConvolutionalNetwork(4, filters=(3, 2), degrees=1)
FILTERS = {"w1": [2, 3, 1], "w2": [3, 1]}
OTHER_FILTERS = {"w1": [3, 4, 1], "w2": [2, 1]}


def difference(x: Any) -> Any:
    one, other = (traced_value(fixed(NETWORK.law(), weights), {"x": x}) for weights in (FILTERS, OTHER_FILTERS))
    return one - other


INSTANCE = Law.trace(difference, NETWORK.inputs, {})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(Vanishes(instance))
