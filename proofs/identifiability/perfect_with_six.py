"""As many parameters as entries, and six decompositions: 3×3×5 with five terms.

**Limits** `identifiability/perfect`.

**Instance.** Sums of five terms of shape 3×3×5: 5 · 9 = 45 entries.

**Proof.** The slices span a general 4-plane, which meets the matrices of rank one in six points.

**Established here.** There are exactly six decompositions for general parameters, over Q and every extension. Only the
shape is another.

**Taken on trust.** ArbarelloCornalbaGriffithsHarris1985, that points of a general curve section are in general
position.

**Not claimed.** Anything about other perfect shapes.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((3, 3, 5), (1, 1, 1), 5)


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 6))
