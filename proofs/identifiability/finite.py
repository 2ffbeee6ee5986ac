"""The dimension says whether general weights are determined up to finitely many choices.

**Instance.** Widths (3,2,2) with t²: 10 − 2 = 8.

**Proof.** Let Θ be the weights and T the torus of rescalings, of dimension δ, the number of hidden neurons. General
fibres have dimension dim Θ − dim V, and contain orbits of dimension δ (`dimension/parameter_bound`). If dim V = dim
Θ − δ, let a general fibre contain weights with a smaller orbit. A one-parameter subgroup fixes them; neurons on
which it acts are joined by nonzero weights only to each other, hence contribute nothing, and the function belongs
to a network with fewer neurons. The closure of those has a smaller dimension, since the bound of D17 falls with
each neuron by d_(l−1) + d_(l+1) − 1 ≥ 1: a general function is none of them. So the fibre is a union of orbits of
dimension δ, which are open in it, and there are finitely many. If dim V is smaller, the fibres have dimension more
than δ.

**Established here.** The dimension is at least 8, over Q and every extension; so it is 8, and general weights are
determined up to rescaling and finitely many choices.

**Taken on trust.** Nothing.

**Not claimed.** That the choices are permutations of neurons only, as Kruskal's theorem says here.

**See also** `identifiability/finite_by_counting`.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 2, 2), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 2, 2), degrees=2),
    PolynomialNetwork((3, 4, 4), degrees=2),
    PolynomialNetwork((4, 7, 7), degrees=2),
    PolynomialNetwork((2, 2, 2, 2), degrees=2),
    PolynomialNetwork((2, 3, 3, 2), degrees=(3, 3)),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
