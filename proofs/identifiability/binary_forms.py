"""Sylvester's theorem: binary forms of odd degree.

**Instance.** Binary quintics, as sums of three fifth powers: 3 · 2 = 6 coefficients.

**Proof.** The powers are the terms of a tensor of shape 3×3×2, by the degrees 2, 2 and 1, to which Jennrich's theorem
applies.

**Established here.** There is one decomposition for general forms, over Q and every extension. Degrees 3, 7 and 9 in
the wide run.

**Taken on trust.** Nothing.

**Not claimed.** That particular forms of odd degree are such sums.

**See also** `identifiability/four_cubes`.
"""

from algebra_tnn import Verdict, verify
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum

INSTANCE = PowerSum((2,), (5,), 3)
INSTANCES = [INSTANCE, PowerSum((2,), (3,), 2), PowerSum((2,), (7,), 4), PowerSum((2,), (9,), 5)]


def proof(instance: PowerSum = INSTANCE) -> Verdict:
    return verify(NumberOfDecompositions(instance.law, 1))
