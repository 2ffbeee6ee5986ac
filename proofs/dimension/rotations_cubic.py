"""Cubes in the last hidden layer cannot be rotated.

**Limits** `dimension/rotations`.

**Instance.** Widths (4,4,3,1) with t² and then t³: 31 − 7 = 24.

**Established here.** That the dimension is at most 24 − 3 = 21 is refuted, over Q and every extension. Only r_(L−1)
= 2 fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 24.
"""

from math import comb

from algebra_tnn import DimensionAtMost, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((4, 4, 3, 1), degrees=(2, 3))
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((4, 3, 1), degrees=3),
    PolynomialNetwork((5, 4, 3, 1), degrees=(2, 3)),
]


def bound(network: PolynomialNetwork) -> int:
    """The expected number of parameters, less the dimension of the orbits of rotations of the last hidden layer."""
    *_, below, d, _ = network.widths
    rank = min(below, d)
    return network.parameter_count - len(network.rescalings()) - (comb(d, 2) - comb(d - rank, 2))


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance.law(), bound(instance)))
