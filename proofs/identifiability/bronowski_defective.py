"""Sums of two squares of linear forms in six variables.

**Limits** `identifiability/bronowski`.

**Instance.** Widths (6,2,1) with t²: (2 + 1) · 6 ≤ 21, but the sums of three squares have dimension 15, not 18.

**Proof.** A quadratic form of rank two is a sum of two squares in infinitely many ways, by rotations.

**Established here.** That there is one decomposition for general parameters is refuted, over Q and every extension.
Only that one term more has the dimension that is expected fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((6,), (2,), 2)


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
