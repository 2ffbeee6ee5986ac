"""Without biases a layer of width one forgets too much.

**Limits** `identifiability/biases_width_one`.

**Instance.** Widths (2,1,2,1) with t² and then t⁵, no biases: 6 − 3 = 3.

**Established here.** That the dimension is at least 3 is refuted, over Q and every extension. Only the biases are
missing.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 2.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 1, 2, 1), degrees=(2, 5))
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 1, 2, 1), degrees=(3, 5)),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
