"""Two neurons more than there may be.

**Limits** `identifiability/quadratic_wide`.

**Instance.** Widths (3,5,5) with t², as sums of five terms ⟨a, x⟩² ⟨w, y⟩: 5 > 3 · 2/2.

**Proof.** The outputs span five of the six dimensions of quadratic forms, and such a space contains a whole curve of
squares: `dimension/unbalanced`, without a deficit of coefficients.

**Established here.** That there is one decomposition for general parameters is refuted, over Q and every extension,
in the wide run for (4,8,8), too. Only d_1 ≤ d_0 (d_0 − 1)/2 fails.

**Taken on trust.** Nothing.

**Not claimed.** The same for (3,4,4), which has one decomposition: `identifiability/linear_section`; nor for (4,7,7),
which has eight: `identifiability/octad`.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((3, 5), (2, 1), 5)
INSTANCES = [INSTANCE, PowerSum((4, 8), (2, 1), 8)]


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
