"""Sums of squares, which are symmetric matrices.

**Limits** `dimension/alexander_hirschowitz`.

**Instance.** Two squares in four variables: 8 are expected, of 10 dimensions.

**Proof.** They are the quadratic forms of rank at most two, of dimension 2 · 4 − C(2, 2) = 7.

**Established here.** That the dimension is at least 8 is refuted, over Q and every extension. Only that the
degree is at least three fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that.
"""

from algebra_tnn import DimensionAtLeast, Secant, Verdict, Veronese, verify

INSTANCE = Veronese(4, 2).secant(2)


def proof(instance: Secant = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.expected_dimension))
