"""The rank of the stacked derivatives is not the number of shared weights.

**Limits** `dimension/overlap`.

**Instance.** Widths (2,6,6,1) with t²: the parts (2,6,6) and (6,6,1) have dimensions 18 and 21, and share 36
weights.

**Proof.** The six squares of the first layer span three dimensions only, so many changes of W_2 change neither
part.

**Established here.** That the dimension is at most 18 + 21 − 36 = 3 is refuted, over Q and every extension. Only ρ
is another.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 5, all binary quartics.
"""

from math import comb

from algebra_tnn import DimensionAtMost, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 6, 6, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((1, 3, 3, 1), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    n, m, k, _ = instance.widths
    first = PolynomialNetwork((n, m, k), degrees=2).expected_dimension
    second = m * k - comb(k, 2)
    return verify(DimensionAtMost(instance.law(), first + second - m * k))
