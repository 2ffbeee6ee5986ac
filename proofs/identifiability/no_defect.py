"""One term less than where there is no defect, for many terms.

**Instance.** Sums of eight sixth powers in three variables: X is a surface, nine > 2 · 2 terms have the dimension 27,
and the theorem applies with k = 9.

**Established here.** There is one decomposition for general sums of eight, over Q and every extension, by Hessians and
not by the theorem, which it confirms.

**Taken on trust.** Nothing.

**Not claimed.** The theorem. That nine terms have one decomposition, either: they are the exception
`identifiability/hessians_short`.

**See also** `identifiability/no_defect_beyond`.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((3,), (6,), 8)
INSTANCES = [INSTANCE, PowerSum((3,), (5,), 6), PowerSum((4,), (4,), 7)]


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
