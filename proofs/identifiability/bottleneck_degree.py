"""Behind the bottleneck the widths grow too fast for the degree.

**Limits** `identifiability/bottleneck`.

**Instance.** Widths (3,2,3,3) with t²: 2 (2 − 1) < 3.

**Proof.** The block (2,3,3) with t² has 9 coefficients, and 15 − 3 = 12 are wanted: G11.

**Established here.** That the dimension is at least 21 − 5 = 16 is refuted, over Q and every extension. Only the
degree behind the bottleneck fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 13.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 2, 3, 3), degrees=2)


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
