"""Behind a layer of width one, no degree helps.

**Limits** `dimension/activation_threshold` and `dimension/threshold_persists`.

**Instance.** Widths (2,1,2,1) with t⁸: 6 − 3 = 3.

**Proof.** Every function is a number times a power of one linear form in two variables: dimension 2.

**Established here.** That the dimension is at least 3 is refuted, over Q and every extension; in the wide run for
all degrees from 2 to 8. Only the hypothesis on hidden widths fails.

**Taken on trust.** Nothing.

**Not claimed.** Degrees above 8, except by the proof.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((2, 1, 2, 1), degrees=8)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((2, 1, 2, 1), degrees=2),
    PolynomialNetwork((2, 1, 2, 1), degrees=3),
    PolynomialNetwork((2, 1, 2, 1), degrees=4),
    PolynomialNetwork((2, 1, 2, 1), degrees=5),
    PolynomialNetwork((2, 1, 2, 1), degrees=6),
    PolynomialNetwork((2, 1, 2, 1), degrees=7),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
