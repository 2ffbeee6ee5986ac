"""Four terms do not fill 3×3×3, though 4 · 7 > 27.

**Limits** `dimension/cubes`.

**Instance.** Four terms of shape 3×3×3.

**Proof.** With the slices A, B, C of a tensor, [[0, A, −B], [−A, 0, C], [B, −C, 0]] is a 9×9 matrix, linear in the
tensor, and of rank 2 for one term. So its determinant vanishes on sums of four terms, and not everywhere.

**Established here.** That the dimension is at least 27 is refuted, over Q and every extension: it is 26. Only that the
size is not three fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that.
"""

from algebra_tnn import DimensionAtLeast, Secant, Segre, Verdict, verify

INSTANCE = Segre((3, 3, 3)).secant(4)


def proof(instance: Secant = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.expected_dimension))
