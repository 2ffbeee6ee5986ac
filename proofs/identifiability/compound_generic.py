"""Compound matrices at one point say something of general ones.

**Instance.** Sums of six terms a ⊗ b ⊗ c of shape 3×4×6: R (R − 1) = 30 ≤ 3 · 2 · 4 · 3 / 2 = 36.

**Proof.** In certificate-format.md, rule `generic-point`: that C and C₂(A) ⊙ C₂(B) have full column rank is an open
condition, and it holds at one point.

**Established here.** There is one decomposition for general parameters, over Q and every extension. Others in the
wide run, among them 4×4×9 with nine terms, where the inequality is an equality.

**Taken on trust.** Nothing.

**Not claimed.** That the inequality implies it for all shapes: that is a theorem about ranks of compound matrices of
general matrices, and each instance needs a point.

**See also** `uniqueness/six_decompositions`: for R = 5 in 3×3×5 the inequality fails, 20 > 18.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers.identifiability import generic_uniqueness

INSTANCE = PowerSum((3, 4, 6), (1, 1, 1), 6)
INSTANCES = [
    INSTANCE,
    PowerSum((4, 4, 9), (1, 1, 1), 9),
    PowerSum((3, 3, 4), (1, 1, 1), 4),
    PowerSum((3, 5, 8), (1, 1, 1), 8),
    PowerSum((2, 2, 2, 4), (1, 1, 1, 1), 4),
]


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1), by=generic_uniqueness)
