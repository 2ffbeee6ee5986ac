"""As many parameters as entries: six terms of shape 3×4×5.

**Instance.** Sums of six terms of shape 3×4×5: 6 · 10 = 60 entries; in the wide run four of shape 2×2×2×3: 4 · 6 = 24.

**Established here.** The sums fill the space, so that a general tensor has finitely many decompositions, and at least
one; over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That there is one: HauensteinOedingOttavianiSommese2019 have a proof by equations of higher order, and
no rule here counts decompositions where terms fill the space and no mode is as large as their number.

**See also** `identifiability/perfect_with_six`.
"""

from algebra_tnn import DimensionAtLeast, Verdict, verify
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((3, 4, 5), (1, 1, 1), 6)
INSTANCES = [INSTANCE, PowerSum((2, 2, 2, 3), (1, 1, 1, 1), 4)]


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law, instance.ambient))
