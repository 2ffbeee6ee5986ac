"""The dimension of the orthogonal group is not what counts, but that of its orbits.

**Limits** `dimension/rotations`.

**Instance.** Widths (2,4,1) with t²: 12 weights, 4 hidden neurons.

**Proof.** The orthogonal group of four squares has dimension 6, and 12 − 4 − 6 = 2. But it acts on four vectors in
a plane, and an orbit has dimension 6 − C(4 − 2, 2) = 5.

**Established here.** That the dimension is at most 2 is refuted, over Q and every extension. Nothing of the
statement fails: this is the bound that is often quoted, with ρ = d, where ρ is less.

**Taken on trust.** Nothing.

**Not claimed.** More than that; all binary quadratic forms are reached, of dimension 3.
"""

from math import comb

from algebra_tnn import DimensionAtMost, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 4, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 5, 1), degrees=2),
    PolynomialNetwork((3, 6, 1), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    d = instance.widths[-2]
    naive = instance.parameter_count - len(instance.rescalings()) - comb(d, 2)
    return verify(DimensionAtMost(instance.law(), naive))
