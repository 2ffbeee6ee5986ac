"""A degree less than Kruskal's condition wants.

**Limits** `identifiability/kruskal_generic`.

**Instance.** Widths (2,3,1) with t⁴, as sums of three terms ⟨a, x⟩⁴: 4 (2 − 1) < 6 − 1.

**Proof.** Sums of three powers have 6 parameters, and there are 5 coefficients.

**Established here.** That there is one decomposition for general parameters is refuted, over Q and every extension.
Only the inequality fails, by one.

**Taken on trust.** Nothing.

**Not claimed.** More than that; there are infinitely many.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((2,), (4,), 3)


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
