"""Where the sums of one term more are the values of infinitely many.

**Limits** `identifiability/no_defect`.

**Instance.** Sums of five fourth powers in three variables, k = 6: six > 2 · 2 terms fill the 15 dimensions, but have
18 parameters.

**Established here.** That there is one decomposition for general sums of five is refuted, over Q and every extension:
their dimension is 14. Only that the parameters of k terms are finitely many with the same sum fails.

**Taken on trust.** Nothing.

**Not claimed.** That k > 2 dim X is needed: statement H1 does without it.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((3,), (4,), 5)


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
