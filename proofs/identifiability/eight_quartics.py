"""Eight quartics in four variables: not defective, and two decompositions in the literature.

**Limits** `identifiability/subgeneric_forms`.

**Instance.** Sums of eight quartics in four variables, 32 of 35 dimensions, none missing. A pencil of quadrics passes
through the eight points; their common curve has genus one, and on it lies another decomposition
[ChiantiniOttavianiVannieuwenhoven2017].

**Established here.** Nothing: the Hessians fall short of their rank by one, and the claim stays undecided.

**Taken on trust.** Nothing.

**Not claimed.** That there are two decompositions.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers.identifiability import tangential_contact

INSTANCE = PowerSum((4,), (4,), 8)


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1), by=tangential_contact)
