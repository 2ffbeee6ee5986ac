"""With biases, a layer of width one is no obstacle.

**Instance.** Widths (2,1,2,1) with t² and then t⁵, and biases: 10 parameters, 3 hidden neurons.

**Proof.** The inequalities are 2 ≥ (2 · 2 − 2)/1 and 5 ≥ (2 · 3 − 1)/1.

**Established here.** The dimension is at least 7, over Q and every extension: finitely identifiable.

**Taken on trust.** Nothing.

**Not claimed.** That the degrees are the least possible.

**See also** `identifiability/biases_missing`: without biases the same network is not.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 1, 2, 1), degrees=(2, 5), biases=True)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 1, 1), degrees=3, biases=True),
    PolynomialNetwork((2, 1, 1, 1), degrees=3, biases=True),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
