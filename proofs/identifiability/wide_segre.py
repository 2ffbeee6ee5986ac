"""At least as many slices as terms: points of a linear section of the rank-one matrices.

**Instance.** Sums of six terms a ⊗ b ⊗ c of shape 3×4×6: R = 6 = (3 − 1)(4 − 1).

**Proof.** In certificate-format.md, rule `linear-section`: the slices span a general 5-plane in P¹¹, where the
matrices of rank one have dimension 5 and codimension 6, and it meets these in the six given points alone.

**Established here.** There is one decomposition for general parameters, over Q and every extension.

**Taken on trust.** ArbarelloCornalbaGriffithsHarris1985, that points of a general curve section are in general
position. (`identifiability/compound_generic` needs no trust for this shape, but a point.)

**Not claimed.** Anything about particular decompositions.

**See also** `identifiability/wide_segre_beyond`, `identifiability/wide_segre_narrow`.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers.identifiability import linear_section

INSTANCE = PowerSum((3, 4, 6), (1, 1, 1), 6)
INSTANCES = [
    INSTANCE,
    PowerSum((3, 3, 5), (1, 1, 1), 4),
    PowerSum((4, 5, 14), (1, 1, 1), 12),
    PowerSum((2, 5, 5), (1, 1, 1), 5),
    PowerSum((2, 2, 2), (1, 1, 1), 2),
]


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1), by=linear_section)
