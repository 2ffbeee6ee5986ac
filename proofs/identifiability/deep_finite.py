"""A deep network that is finitely identifiable, with a first block that has eight decompositions.

**Instance.** Widths (4,7,7,7) with t²: 126 − 14 = 112, of 245 coefficients.

**Established here.** The dimension is at least 112, over Q and every extension: general weights are determined up to
rescaling and finitely many choices.

**Taken on trust.** Nothing.

**Not claimed.** That the choices are permutations only: they are not.

**See also** `identifiability/deep_eight`.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((4, 7, 7, 7), degrees=2)
INSTANCES = [INSTANCE, PolynomialNetwork((4, 7, 7, 2), degrees=(2, 3))]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
