"""With biases in every layer.

**Instance.** Widths (2,2,1) with t³ and biases: 9 parameters, 2 hidden neurons that can be rescaled.

**Proof.** A network with biases is, at (x, 1), one without them and one neuron more in each layer but the last,
whose weights are special; so this does not follow from the statements for those. The dimension is at most 9 − 2 by
H10.

**Established here.** The dimension is at least 7, over Q and every extension: general parameters are determined up
to rescaling and finitely many choices.

**Taken on trust.** Nothing.

**Not claimed.** All widths and degrees: that is the theorem.

**See also** `identifiability/biases_quadratic`.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 2, 1), degrees=3, biases=True)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 3, 1), degrees=4, biases=True),
    PolynomialNetwork((2, 2, 2, 1), degrees=(2, 3), biases=True),
    PolynomialNetwork((1, 2, 1), degrees=5, biases=True),
    PolynomialNetwork((3, 2, 2), degrees=2, biases=True),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
