"""Two quadratic forms in the same coordinates are rotated by nothing in common.

**Limits** `dimension/rotations`.

**Instance.** Widths (5,4,3,2) with t²: 38 − 7 = 31.

**Established here.** That the dimension is at most 31 − 3 = 28 is refuted, over Q and every extension. Only d_L = 1
fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 31.
"""

from math import comb

from algebra_tnn import DimensionAtMost, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((5, 4, 3, 2), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 2, 2), degrees=2),
    PolynomialNetwork((4, 3, 2), degrees=2),
]


def bound(network: PolynomialNetwork) -> int:
    """The expected number of parameters, less the dimension of the orbits of rotations of the last hidden layer."""
    *_, below, d, _ = network.widths
    rank = min(below, d)
    return network.parameter_count - len(network.rescalings()) - (comb(d, 2) - comb(d - rank, 2))


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance.law(), bound(instance)))
