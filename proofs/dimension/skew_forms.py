"""Sums of 2-planes are skew forms of bounded rank.

**Instance.** Two terms of G(2,8): 28 coordinates, 2 · 13 = 26.

**Proof.** v ∧ w is the skew form v wᵀ − w vᵀ, so the sums of r of them are the skew forms A of rank at most 2r. Such a
form is Vᵀ J V, with the 2r×n matrix V of all vectors and the standard form J, and V may be multiplied by the matrices
S with Sᵀ J S = J, r(2r + 1) dimensions of them, which act with independent fields where V has rank 2r: from above 2rn −
r(2r + 1) = r(2n − 2r − 1). From below a minor of the Jacobian of the law of general 2-planes, row spaces of [I | X], to
which V specializes.

**Established here.** The dimension is 22, four less than expected, over Q and every extension; in the wide run that of
others.

**Taken on trust.** Nothing.

**Not claimed.** That the Pfaffians of size 2r + 2 generate the ideal.

**See also** `dimension/skew_forms_beyond` and `dimension/two_planes_in_six`.
"""

from algebra_tnn import DimensionBetween, Grassmannian, Secant, Verdict, verify

INSTANCE = Grassmannian(2, 8).secant(2)
INSTANCES = [INSTANCE, Grassmannian(2, 5).secant(2), Grassmannian(2, 7).secant(3), Grassmannian(2, 9).secant(3)]


def proof(instance: Secant = INSTANCE) -> Verdict:
    r, n = instance.r, instance.variety.n
    value = r * (2 * n - 2 * r - 1)
    return verify(DimensionBetween(instance.law(), value, value))
