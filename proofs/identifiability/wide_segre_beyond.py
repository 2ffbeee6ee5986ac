"""Two terms more than (I − 1)(J − 1): infinitely many decompositions.

**Limits** `identifiability/wide_segre`, `identifiability/wide_segre_count`.

**Instance.** Sums of six terms a ⊗ b ⊗ c of shape 3×3×6: (3 − 1)(3 − 1) + 1 = 5 < 6.

**Proof.** A 5-plane in P⁸ meets the fourfold of the matrices of rank one in a curve.

**Established here.** That general parameters are finitely many with the same sum is refuted, over Q and every
extension: the dimension is less than their number up to rescaling. Only the bound on R fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about other shapes.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((3, 3, 6), (1, 1, 1), 6)


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
