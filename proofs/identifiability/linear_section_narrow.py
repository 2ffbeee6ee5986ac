"""One output less than there are neurons.

**Limits** `identifiability/linear_section`, `identifiability/octad`.

**Instance.** Widths (4,6,5) with t², as sums of six terms ⟨a, x⟩² ⟨w, y⟩: 6 ≤ 10 − 4, and 5 < 6.

**Proof.** A space of five forms does not determine one of six that contains it. The dimension is 47, one less than
the 6 · 8 that are needed: `dimension/segre_veronese`.

**Established here.** That there is one decomposition for general parameters is refuted, over Q and every extension.
Only d_2 ≥ d_1 fails.

**Taken on trust.** Nothing.

**Not claimed.** That fewer outputs than neurons always have this effect: (4,5,4) has one decomposition.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((4, 5), (2, 1), 6)


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
