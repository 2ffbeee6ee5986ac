"""Partially symmetric tensors of given rank are a secant variety, too.

**Instance.** Three terms a ⊗ b ⊗ b of shape 3×3×3, points of the Segre–Veronese variety in degrees (1, 2).

**Proof.** One minor of the Terracini matrix bounds the dimension from below, and the parameters modulo the scalings
of each term from above: three terms of dimension five.

**Established here.** The dimension is 15, over Q and every extension. In the wide run those of 2×3×4 with three terms
(all different), of forms of degree five in three variables with six, and of degrees (1, 1, 2) in 2×2×3 variables with
three.

**Taken on trust.** Nothing.

**Not claimed.** That every number of terms has the dimension that is expected.

**See also** `dimension/not_additive`.
"""

from algebra_tnn import DimensionBetween, Secant, Segre, SegreVeronese, Verdict, Veronese, verify

INSTANCE = SegreVeronese((3, 3), (1, 2)).secant(3)
INSTANCES = [
    INSTANCE,
    Segre((2, 3, 4)).secant(3),
    Veronese(3, 5).secant(6),
    SegreVeronese((2, 2, 3), (1, 1, 2)).secant(3),
]


def proof(instance: Secant = INSTANCE) -> Verdict:
    value = instance.r * instance.variety.dimension
    return verify(DimensionBetween(instance.law(), value, value))
