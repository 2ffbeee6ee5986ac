"""Three cubes in three variables.

**Instance.** Widths (3,3,1) with t³: 12 weights, 3 hidden neurons, 10 coefficients.

**Proof.** A general sum of three cubes is x³ + y³ + z³ after a linear substitution: the closure is that of one
orbit of GL(3), and a hypersurface by its dimension.

**Established here.** The dimension is 9 of 10, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That the equation is Aronhold's invariant, of degree 4.

**See also** `dimension/one_neuron_more`.
"""

from algebra_tnn import DimensionBetween, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 3, 1), degrees=3)


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    dimension = instance.ambient_dimension - 1
    return verify(DimensionBetween(instance.law(), dimension, dimension))
