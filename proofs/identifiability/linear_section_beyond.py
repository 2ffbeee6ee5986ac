"""One neuron more than there are decompositions to count.

**Limits** `identifiability/linear_section`, `identifiability/octad`.

**Instance.** Widths (3,5,5) with t², as sums of five terms ⟨a, x⟩² ⟨w, y⟩: 5 = 6 − 3 + 2.

**Proof.** The space of forms that the outputs span meets the variety of squares in a curve.

**Established here.** That there is one decomposition for general parameters is refuted, over Q and every extension,
in the wide run for (4,8,8), too. Only d_1 ≤ C(d_0 + r − 1, r) − d_0 + 1 fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that; there are infinitely many.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((3, 5), (2, 1), 5)
INSTANCES = [INSTANCE, PowerSum((4, 8), (2, 1), 8)]


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
