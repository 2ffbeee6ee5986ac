"""The bound is sharp for two inputs and one output.

**Limits** `identifiability/degree_threshold`.

**Instance.** Widths (2,4,1) with t⁶: 12 − 4 = 8 parameters, 7 coefficients.

**Proof.** Binary forms of degree 2m − 2 have 2m − 1 coefficients, and m powers of linear forms 2m parameters.

**Established here.** That the dimension is at least 8 is refuted, over Q and every extension; in the wide run for m
= 2, 3 and 5, too. Only the degree, 6 < 7, fails.

**Taken on trust.** Nothing.

**Not claimed.** That it is sharp for other widths: (3,3,1) needs t³ and not t⁵.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 4, 1), degrees=6)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 2, 1), degrees=2),
    PolynomialNetwork((2, 3, 1), degrees=4),
    PolynomialNetwork((2, 5, 1), degrees=8),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
