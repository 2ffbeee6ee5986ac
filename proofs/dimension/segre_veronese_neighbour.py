"""A neighbour of the list.

**Limits** `dimension/segre_veronese`.

**Instance.** Widths (4,5,4) with t², one output more than (4,5,3).

**Established here.** That the dimension is less than 35 = 5 · 7 is refuted, over Q and every extension; in the wide
run with one neuron less, or more, or with the next degree. Only that the widths are in the list fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that.
"""

from algebra_tnn import DimensionAtMost, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((4, 5, 4), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((4, 4, 3), degrees=2),
    PolynomialNetwork((4, 6, 3), degrees=2),
    PolynomialNetwork((4, 5, 5), degrees=2),
    PolynomialNetwork((3, 4, 2), degrees=3),
    PolynomialNetwork((6, 7, 3), degrees=2),
    PolynomialNetwork((3, 5, 2), degrees=4),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance.law(), instance.expected_dimension - 1))
