"""Two binary quartics from three neurons: their catalecticants on top of each other.

**Instance.** Widths (2,3,2) with t⁴.

**Proof.** Each quartic gives a 2×4 matrix, first derivatives against cubics; for one neuron both have their rows in
the line of its cube. Stacked they have rank at most 3, and the 4×4 determinant vanishes. Since it is irreducible
and the dimension is 9 of 10, it defines the closure.

**Established here.** The dimension is 9 of 10, over Q and every extension. A test computes the determinant at
random weights, and that it is irreducible over Q.

**Taken on trust.** Nothing.

**Not claimed.** A similar description for more outputs.

**See also** `dimension/one_neuron_more`.
"""

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 3, 2), degrees=4)


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    dimension = instance.ambient_dimension - 1
    return verify(DimensionBetween(instance.law(), dimension, dimension))
