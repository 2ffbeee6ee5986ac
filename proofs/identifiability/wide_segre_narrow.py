"""Fewer slices than terms: R = 5 in 4×4×3.

**Limits** `identifiability/wide_segre`, `identifiability/wide_segre_count`.

**Instance.** Sums of five terms a ⊗ b ⊗ c of shape 4×4×3: 5 ≤ (4 − 1)(4 − 1), and there are three slices.

**Established here.** That there is one decomposition is refuted, over Q and every extension: the dimension is 44, not
45. Only K ≥ R fails.

**Taken on trust.** Nothing.

**Not claimed.** That fewer slices than terms are too few: for 4×4×3 with four terms they are not.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((4, 4, 3), (1, 1, 1), 5)


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
