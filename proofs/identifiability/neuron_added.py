"""A neuron that nothing needs.

**Instance.** A function of widths (3,2,2) with t² as one of widths (3,3,2): the third neuron has a zero column in
W_2.

**Proof.** Give the wider network a neuron with a zero column in W_(l+1), and in W_l a zero row in one case, and a row
without zeros in the other. Both have the function, and numbers of zeros in W_l that differ, which permutations and
rescalings keep. So whatever weights of the wider network are given, those of one case differ from them by more.

**Established here.** Weights of both cases have the same function, and are not related by permutation and rescaling,
over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That the narrower network determines its weights, although it does here.

**See also** `identifiability/neuron_needed`, `identifiability/features_dependent`.
"""

from typing import Any

from algebra_tnn import PolynomialNetwork, Verdict, verify
from algebra_tnn.claims import NotDetermined
from algebra_tnn.provers import other_weights

NETWORK = PolynomialNetwork((3, 3, 2), degrees=2)
INSTANCE = {"W1": [[1, 0, 2], [0, 1, 1], [1, 1, 1]], "W2": [[1, 2, 0], [3, 1, 0]]}
OTHERS = {"W1": [[1, 0, 2], [0, 1, 1], [0, 0, 0]], "W2": [[1, 2, 0], [3, 1, 0]]}


def proof(instance: dict[str, Any] = INSTANCE) -> Verdict:
    return verify(NotDetermined(NETWORK.law(), instance, ("W1", "W2")), by=other_weights(OTHERS))
