"""A defective exception of Alexander and Hirschowitz.

**Limits** `identifiability/subgeneric_forms`.

**Instance.** Sums of five quartics in three variables, 14 of 15 dimensions: one less than the 15 parameters.

**Established here.** That there is one decomposition is refuted, over Q and every extension: there are infinitely
many. The double conic through the five points is singular there.

**Taken on trust.** Nothing.

**Not claimed.** How the others look.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((3,), (4,), 5)


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
