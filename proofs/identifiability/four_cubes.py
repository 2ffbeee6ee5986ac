"""Cubics in three variables have infinitely many decompositions.

**Limits** `identifiability/binary_forms`, `identifiability/pentahedron`.

**Instance.** Sums of four cubes of linear forms in three variables: 12 parameters, and 10 coefficients. Three cubes do
not fill.

**Established here.** That there is one decomposition is refuted, over Q and every extension. Only that number of
variables and degree are in the list fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about other forms.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((3,), (3,), 4)


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
