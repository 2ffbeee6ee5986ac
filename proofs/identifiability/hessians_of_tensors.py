"""Hessians of the forms that are singular at all terms, for tensors and symmetric tensors.

**Instance.** Sums of five terms of shape 4×4×4: 50 of 64 dimensions, fourteen forms, and stacked Hessians of rank 9.

**Proof.** In certificate-format.md, rule `tangential-contact`.

**Established here.** There is one decomposition for general parameters, over Q and every extension. In the wide run
all others of the published list for tensors and forms.

**Taken on trust.** Nothing.

**Not claimed.** Anything about particular tensors: at those the test proves nothing.

**See also** `identifiability/hessians_short`, `identifiability/hessians_silent`.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers.identifiability import tangential_contact

INSTANCE = PowerSum((4, 4, 4), (1, 1, 1), 5)
INSTANCES = [
    INSTANCE,
    PowerSum((3, 3, 3), (1, 1, 1), 3),
    PowerSum((3, 3, 4), (1, 1, 1), 4),
    PowerSum((3, 3, 5), (1, 1, 1), 4),
    PowerSum((4, 4, 3), (1, 1, 1), 4),
    PowerSum((3, 4, 5), (1, 1, 1), 5),
    PowerSum((6, 6, 3), (1, 1, 1), 7),
    PowerSum((5, 5, 5), (1, 1, 1), 8),
    PowerSum((5, 5, 5), (1, 1, 1), 9),
    PowerSum((2, 2, 2, 2), (1, 1, 1, 1), 2),
    PowerSum((2, 2, 2, 3), (1, 1, 1, 1), 3),
    PowerSum((2, 2, 2, 2, 2), (1, 1, 1, 1, 1), 4),
    PowerSum((4,), (4,), 7),
    PowerSum((6,), (3,), 8),
    PowerSum((3,), (4,), 4),
    PowerSum((3,), (5,), 6),
    PowerSum((4,), (3,), 4),
    PowerSum((3,), (3,), 3),
]


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1), by=tangential_contact)
