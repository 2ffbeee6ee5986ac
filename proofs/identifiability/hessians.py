"""Hessians of the forms that are singular at all terms.

**Instance.** Widths (3,5,3) with t³, as sums of five terms ⟨a, x⟩³ ⟨w, y⟩: 25 of 30 dimensions, five forms, and
stacked Hessians of rank 4. Kruskal's condition is missed, 3 (3 − 1) < 10 − 3.

**Proof.** In certificate-format.md, rule `tangential-contact`.

**Established here.** There is one decomposition for general parameters, over Q and every extension. Others in the
wide run.

**Taken on trust.** Nothing.

**Not claimed.** Anything about particular parameters: at those the test proves nothing.

**See also** `identifiability/hessians_short`, `identifiability/hessians_silent`.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers.identifiability import tangential_contact

INSTANCE = PowerSum((3, 3), (3, 1), 5)
INSTANCES = [
    INSTANCE,
    PowerSum((3, 4), (3, 1), 6),
    PowerSum((4, 2), (3, 1), 6),
    PowerSum((3, 2), (4, 1), 6),
    PowerSum((3, 3), (4, 1), 6),
    PowerSum((3, 3), (3, 1), 4),
    PowerSum((3, 3), (2, 1), 3),
    PowerSum((4, 4), (2, 1), 5),
    PowerSum((2, 2), (4, 1), 3),
    PowerSum((3,), (6,), 8),
]


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1), by=tangential_contact)
