"""Quadratic forms of bounded rank.

**Instance.** Widths (4,3,1) with t²: sums of three squares in four variables, 9 of 10 coefficients.

**Proof.** The form is xᵀ W_1ᵀ diag(w) W_1 x. Over an algebraically closed field these are all forms of rank at most
d_1. A symmetric matrix of rank d_1 whose leading d_1 × d_1 block is invertible is determined by its first d_1 rows,
and they may be anything symmetric: d_1 (d_1 + 1)/2 + d_1 (d_0 − d_1) = d_0 d_1 − C(d_1, 2).

**Established here.** The dimension is 9 = 12 − 3, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Over R, which forms are values: that depends on signatures, and the closure does not.

**See also** `dimension/shallow_quadratic_wide` and `dimension/shallow_cubic`.
"""

from math import comb

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((4, 3, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 2, 1), degrees=2),
    PolynomialNetwork((5, 3, 1), degrees=2),
    PolynomialNetwork((3, 3, 1), degrees=2),
    PolynomialNetwork((6, 4, 1), degrees=2),
    PolynomialNetwork((2, 3, 1), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    n, m, _ = instance.widths
    dimension = n * m - comb(m, 2)
    return verify(DimensionBetween(instance.law(), dimension, dimension))
