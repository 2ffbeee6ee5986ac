"""Finitely identifiable, with eight decompositions.

**Instance.** Widths (4,7,7) with t², as sums of seven terms ⟨a, x⟩² ⟨w, y⟩: 7 = 10 − 4 + 1, and the powers have
degree 2³.

**Proof.** Seven general points lie on three independent quadrics, which meet in an eighth point; its square is a
combination of those of the seven. Any seven of the eight make a decomposition.

**Established here.** There are exactly eight decompositions for general parameters, over Q and every extension. In
the wide run C(16, 11) = 4368 for (5,11,11).

**Taken on trust.** ArbarelloCornalbaGriffithsHarris1985, that points of a general linear section are in general
position.

**Not claimed.** That the eight are rational if seven are; the eighth is, as it is residual to the others, but of the
five further points for (5,11,11) nothing is said.

**See also** `identifiability/linear_section_beyond`, `identifiability/linear_section_narrow` and
`identifiability/deep_eight`.
"""

from math import comb

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = 4
INSTANCES = [4, 5]


def proof(instance: int = INSTANCE) -> Verdict:
    neurons = comb(instance + 1, 2) - instance + 1
    law = PowerSum((instance, neurons), (2, 1), neurons).law
    return verify(NumberOfDecompositions(law, comb(2 ** (instance - 1), neurons)))
