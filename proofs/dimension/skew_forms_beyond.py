"""More 2-planes than the space has room for.

**Limits** `dimension/skew_forms`.

**Instance.** Three terms of G(2,5): 10 coordinates.

**Established here.** That the dimension is at most 3 · (10 − 6 − 1) = 9 is refuted, over Q and every extension: two
terms fill the space already. Only 2r ≤ n fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that.
"""

from algebra_tnn import DimensionAtMost, Grassmannian, Secant, Verdict, verify

INSTANCE = Grassmannian(2, 5).secant(3)


def proof(instance: Secant = INSTANCE) -> Verdict:
    r, n = instance.r, instance.variety.n
    return verify(DimensionAtMost(instance.law(), r * (2 * n - 2 * r - 1)))
