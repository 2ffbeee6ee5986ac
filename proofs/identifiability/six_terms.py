"""Six terms of shape 4×4×4, an exception.

**Limits** `identifiability/subgeneric`.

**Instance.** Sums of six terms of shape 4×4×4: 60 of 64 dimensions. The stacked Hessians have rank 8, and 9 are needed.

**Established here.** The claim of one decomposition is undecided by every rule. Only that shape and number of terms are
not in the list fails. There are two decompositions, say Chiantini, Ottaviani and Vannieuwenhoven, which this project
does not prove.

**Taken on trust.** Nothing.

**Not claimed.** That there are several decompositions: finitely many is what is proved.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((4, 4, 4), (1, 1, 1), 6)


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
