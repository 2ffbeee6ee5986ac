"""The generic rank of cubes is what counting says: seven for 4×4×4.

**Instance.** Seven terms of shape 4×4×4.

**Proof.** σ_6 has dimension at most 6 · 10 < 64, so that fewer terms do not fill.

**Established here.** Seven terms fill: the dimension is 64, over Q and every extension. In the wide run those of 2×2×2,
5×5×5 and 6×6×6, by 2, 10 and 14 terms.

**Taken on trust.** Nothing.

**Not claimed.** Larger cubes: that they fill as counting says is Lickteig's theorem.

**See also** `dimension/strassen_hypersurface`, `dimension/two_by_two_by_four`.
"""

from algebra_tnn import DimensionBetween, Secant, Segre, Verdict, verify

INSTANCE = Segre((4, 4, 4)).secant(7)
INSTANCES = [INSTANCE, Segre((2, 2, 2)).secant(2), Segre((5, 5, 5)).secant(10), Segre((6, 6, 6)).secant(14)]


def proof(instance: Secant = INSTANCE) -> Verdict:
    ambient = instance.ambient_dimension
    return verify(DimensionBetween(instance.law(), ambient, ambient))
