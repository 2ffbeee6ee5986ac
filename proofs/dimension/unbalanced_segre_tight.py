"""One term less than a long mode makes defective.

**Limits** `dimension/unbalanced_segre`.

**Instance.** Three terms of shape 2×3×5: 2 · 3 − (1 + 2) = 3.

**Established here.** That the dimension is less than 24, which is expected, is refuted, over Q and every extension.
Only that r is above the first bound fails, with equality.

**Taken on trust.** Nothing.

**Not claimed.** More than that.
"""

from algebra_tnn import DimensionAtMost, Secant, Segre, Verdict, verify

INSTANCE = Segre((2, 3, 5)).secant(3)


def proof(instance: Secant = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance.law(), instance.expected_dimension - 1))
