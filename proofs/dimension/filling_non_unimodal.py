"""Widths 3, 4, 5, 4, 6, 4: they rise, fall, rise and fall, and fill the space.

**Limits** `dimension/filling_unimodal`.

**Instance.** Widths (2,3,4,5,4,6,4,1) with t²: all 65 coefficients of a binary form of degree 64.

**Established here.** The dimension is at least 65, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Minimality, which is `dimension/filling_predecessor`.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 3, 4, 5, 4, 6, 4, 1), degrees=2)


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.ambient_dimension))
