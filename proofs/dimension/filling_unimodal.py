"""A minimal network that fills its space, with widths that rise and then fall.

**Instance.** Widths (2,3,3,2,1) with t²: all 9 coefficients of a binary form of degree 8.

**Established here.** It fills: dimension at least 9, over Q and every extension; in the wide run also (2,2,1),
(2,2,2,1), (2,3,3,3,2,1) and (2,3,3,4,4,2,1). A test proves that none of those with one hidden width lowered by one
does.

**Taken on trust.** Nothing.

**Not claimed.** That these are all minimal ones.

**See also** `dimension/filling_non_unimodal`, the counterexample, and `dimension/filling_predecessor`, its
minimality.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 3, 3, 2, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 2, 1), degrees=2),
    PolynomialNetwork((2, 2, 2, 1), degrees=2),
    PolynomialNetwork((2, 3, 3, 3, 2, 1), degrees=2),
    PolynomialNetwork((2, 3, 3, 4, 4, 2, 1), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.ambient_dimension))
