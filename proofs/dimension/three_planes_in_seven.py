"""Three 3-planes in 7-space, and the other secant varieties of Grassmannians that are known to be too small.

**Limits** `dimension/three_planes`.

**Instance.** Three terms of G(3,7): 35 coordinates, 3 · 13 = 39.

**Established here.** The dimension is 34, over Q and every extension. The group of 7-space, together with the matrices
of trace zero on the vectors of each term, moves general vectors to those of e₀₁₂, e₃₄₅ and (e₀ + e₃)(e₁ + e₄)e₆, where
29 of 63 directions do not change the sum. In the wide run: 50 of 51 and 64 of 68 for three and four 4-planes in
8-space, 74 of 76 for four 3-planes in 9-space, where the orbits of the points of a slice of dimension 2, 7 and 3 are
dense. Only that the numbers are not in the list fails.

**Taken on trust.** Nothing.

**Not claimed.** Equations: the hypersurface of G(3,7) is that of an invariant of degree 7.
"""

from algebra_tnn import DimensionBetween, Grassmannian, Secant, Verdict, verify

INSTANCE = Grassmannian(3, 7).secant(3)
INSTANCES = [INSTANCE, Grassmannian(4, 8).secant(3), Grassmannian(4, 8).secant(4), Grassmannian(3, 9).secant(4)]
DIMENSIONS = dict(zip(INSTANCES, (34, 50, 64, 74), strict=True))


def proof(instance: Secant = INSTANCE) -> Verdict:
    value = DIMENSIONS[instance]
    return verify(DimensionBetween(instance.law(), value, value))
