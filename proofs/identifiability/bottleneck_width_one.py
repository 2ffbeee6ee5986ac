"""A bottleneck of one neuron.

**Limits** `identifiability/bottleneck`.

**Instance.** Widths (3,2,1,2) with t²: the bottleneck is the last hidden layer, so no degree behind it matters.

**Proof.** The functions are (w_1 q², w_2 q²) with q a quadratic form of rank two in three variables: dimension 5 + 2
− 1. The block (3,2,1) with t² is not finitely identifiable.

**Established here.** That the dimension is at least 10 − 3 = 7 is refuted, over Q and every extension. Only d_b ≥ 2
fails.

**Taken on trust.** Nothing.

**Not claimed.** That one neuron is never enough: (3,1,2) with t² is finitely identifiable.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((3, 2, 1, 2), degrees=2)


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
