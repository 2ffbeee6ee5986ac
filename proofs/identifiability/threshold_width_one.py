"""A hidden layer of width one.

**Limits** `identifiability/degree_threshold`.

**Instance.** Widths (3,1,2,1) with t³: 7 − 3 = 4.

**Proof.** All functions are multiples of powers of one linear form in three variables: dimension 3.

**Established here.** That the dimension is at least 4 is refuted, over Q and every extension. Degrees 3 ≥ 1, 3 are
large enough; only d_1 ≥ 2 fails.

**Taken on trust.** Nothing.

**Not claimed.** Larger degrees, except by the proof.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 1, 2, 1), degrees=3)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 1, 2, 1), degrees=5),
    PolynomialNetwork((2, 1, 2, 1), degrees=3),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
