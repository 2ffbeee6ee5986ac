"""One term more, and all points of the section count: R = 7 in 3×4×7.

**Instance.** Sums of seven terms a ⊗ b ⊗ c of shape 3×4×7: R = 7 = (3 − 1)(4 − 1) + 1. The matrices of rank one have
degree C(5, 2) = 10.

**Proof.** The slices span a general 6-plane, which meets these in ten points, any seven of which are independent:
C(10, 7) = 120.

**Established here.** There are exactly 120 decompositions for general parameters, over Q and every extension. In the
wide run six for 3×3×5, and C(20, 10) = 184756 for 4×4×10.

**Taken on trust.** ArbarelloCornalbaGriffithsHarris1985, that points of a general curve section are in general
position.

**Not claimed.** That any of the others are rational: `uniqueness/unique_over_q` has a tensor of this shape with one
decomposition over Q.

**See also** `identifiability/wide_segre_beyond`, `identifiability/wide_segre_narrow`.
"""

from math import comb

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = (3, 4)
INSTANCES = [INSTANCE, (3, 3), (4, 4), (2, 3)]


def proof(instance: tuple[int, int] = INSTANCE) -> Verdict:
    rows, columns = instance
    terms = (rows - 1) * (columns - 1) + 1
    law = PowerSum((rows, columns, terms), (1, 1, 1), terms).law
    return verify(NumberOfDecompositions(law, comb(comb(rows + columns - 2, rows - 1), terms)))
