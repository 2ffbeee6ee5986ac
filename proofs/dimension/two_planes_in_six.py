"""Two 2-planes in 6-space.

**Limits** `dimension/three_planes`.

**Instance.** Two terms of G(2,6): 15 coordinates, 2 · 9 = 18.

**Established here.** That the dimension is 15 is refuted, over Q and every extension: skew forms of rank at most four
in six variables have the Pfaffian zero. Only that k is at least 3 fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is that of `dimension/skew_forms`.
"""

from algebra_tnn import DimensionAtLeast, Grassmannian, Secant, Verdict, verify

INSTANCE = Grassmannian(2, 6).secant(2)


def proof(instance: Secant = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.expected_dimension))
