"""Sums of three fourth powers of linear forms in two variables.

**Limits** `identifiability/bronowski`.

**Instance.** Widths (2,3,1) with t⁴: (3 + 1) · 2 > 5.

**Proof.** The sums of four fill the space, as is expected; but so do those of three, with a parameter to spare.

**Established here.** That there is one decomposition for general parameters is refuted, over Q and every extension.
Only that one term more has room fails.

**Taken on trust.** Nothing.

**Not claimed.** That the inequality is necessary: sums of three fifth powers, 8 > 6, have one decomposition.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((2,), (4,), 3)


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
