"""The defective secant varieties of tensors that are known besides the unbalanced ones.

**Instance.** Five terms of shape 3×4×4: 45 are expected, of 48 dimensions.

**Proof.** The certificates have forms that are singular at general points, more than are expected: differentials of
minors of Koszul flattenings for three modes. For n×n×2×2 they are those of both flattenings n·2 × n·2, which have rank
2n − 1, and whose determinants are two equations where one is expected.

**Established here.** The dimension is 44, over Q and every extension. In the wide run those of the other formats: 26 of
27 and 74 of 75 for 3×3×3 and 3×5×5, 14 of 15, 34 of 35 and 62 of 63 for n×n×2×2 with n = 2, 3, 4.

**Taken on trust.** Nothing.

**Not claimed.** That there are no others, beyond the range of benchmarks/GRIDS.md: Abo, Ottaviani and Peterson
conjecture it.

**See also** `dimension/defective_segre_neighbour`.
"""

from algebra_tnn import DimensionBetween, Secant, Segre, Verdict, verify

INSTANCE = Segre((3, 4, 4)).secant(5)
INSTANCES = [
    INSTANCE,
    Segre((3, 3, 3)).secant(4),
    Segre((3, 5, 5)).secant(7),
    Segre((2, 2, 2, 2)).secant(3),
    Segre((3, 3, 2, 2)).secant(5),
    Segre((4, 4, 2, 2)).secant(7),
]


def proof(instance: Secant = INSTANCE) -> Verdict:
    value = instance.expected_dimension - 1
    return verify(DimensionBetween(instance.law(), value, value))
