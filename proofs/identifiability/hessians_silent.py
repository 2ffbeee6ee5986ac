"""No form is singular where the terms fill the space.

**Limits** `identifiability/hessians`, `identifiability/hessians_of_tensors`.

**Instance.** Widths (3,4,4) with t²: 24 of 24 dimensions.

**Established here.** The test is undecided. Only that the tangent spaces leave room fails.

**Taken on trust.** Nothing.

**Not claimed.** That there are several decompositions: there is one, `identifiability/linear_section`.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers.identifiability import tangential_contact

INSTANCE = PowerSum((3, 4), (2, 1), 4)


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1), by=tangential_contact)
