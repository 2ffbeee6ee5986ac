"""Sylvester's pentahedron: cubics in four variables.

**Instance.** Sums of five cubes of linear forms in four variables: 5 · 4 = 20 coefficients.

**Proof.** General factors 4×5 have k-rank 4, and 4 + 4 + 4 = 2 · 5 + 2.

**Established here.** There is one decomposition for general cubics, over Q and every extension.

**Taken on trust.** Kruskal1977.

**Not claimed.** That particular cubics are such sums.

**See also** `identifiability/four_cubes`.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((4,), (3,), 5)


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
