"""Forms of less than the generic rank.

**Instance.** Sums of six quintics ⟨a, x⟩⁵ in three variables: 18 of 21 dimensions, and seven terms fill.

**Established here.** There is one decomposition for general parameters, over Q and every extension. Others in the
wide run, each the last number of terms before they fill, or next to an exception.

**Taken on trust.** Nothing.

**Not claimed.** The statement for all degrees and numbers of variables.

**See also** `identifiability/defective_quartics`, `identifiability/eight_quartics`.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers.identifiability import tangential_contact

INSTANCE = PowerSum((3,), (5,), 6)
INSTANCES = [
    INSTANCE,
    PowerSum((3,), (4,), 4),
    PowerSum((3,), (6,), 8),
    PowerSum((3,), (7,), 11),
    PowerSum((4,), (3,), 4),
    PowerSum((4,), (4,), 7),
    PowerSum((5,), (3,), 6),
    PowerSum((6,), (3,), 8),
]


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1), by=tangential_contact)
