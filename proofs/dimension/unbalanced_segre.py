"""One mode that is much longer than the others.

**Instance.** Four terms of shape 2×3×5: 2 · 3 − (1 + 2) < 4 < 5.

**Proof.** With M the product of the other sizes, the M × n flattening has rank at most r, so that the dimension is at
most r (M + n − r). It is attained: a general space of dimension r in the other modes has a codimension of less than
the dimension of the Segre variety there, meets it in points that span, and contains so r independent rank-one tensors.
What is expected is min(M n, r (n + Σ (n_i − 1))), which is more.

**Established here.** The dimension is 28 = 4 (6 + 5 − 4), over Q and every extension, while 30 is expected. In the wide
run those of 2×2×4 with three and of 2×2×2×8 with seven terms.

**Taken on trust.** Nothing.

**Not claimed.** More than that.

**See also** `dimension/unbalanced_segre_tight`.
"""

from math import prod

from algebra_tnn import DimensionBetween, Secant, Segre, Verdict, verify

INSTANCE = Segre((2, 3, 5)).secant(4)
INSTANCES = [INSTANCE, Segre((2, 2, 4)).secant(3), Segre((2, 2, 2, 8)).secant(7)]


def proof(instance: Secant = INSTANCE) -> Verdict:
    *others, n = instance.variety.shape
    value = instance.r * (prod(others) + n - instance.r)
    return verify(DimensionBetween(instance.law(), value, value))
