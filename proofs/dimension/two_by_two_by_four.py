"""Three terms do not fill 2×2×4, though 3 · 6 > 16.

**Limits** `dimension/cubes`.

**Instance.** Three terms of shape 2×2×4.

**Proof.** The 4×4 flattening has rank at most three.

**Established here.** That the dimension is at least 16 is refuted, over Q and every extension: it is 15. Only that the
modes have the same size fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that.
"""

from algebra_tnn import DimensionAtLeast, Secant, Segre, Verdict, verify

INSTANCE = Segre((2, 2, 4)).secant(3)


def proof(instance: Secant = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.expected_dimension))
