"""One term less than in the list of defective secant varieties.

**Limits** `dimension/defective_segre`.

**Instance.** Four terms of shape 3×4×4.

**Established here.** That the dimension is less than 36, which is expected, is refuted, over Q and every extension.
Only that the shape and the number of terms are in the list fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that.
"""

from algebra_tnn import DimensionAtMost, Secant, Segre, Verdict, verify

INSTANCE = Segre((3, 4, 4)).secant(4)


def proof(instance: Secant = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance.law(), instance.expected_dimension - 1))
