"""One output more.

**Instance.** Widths (4,2,3) with t², one output more than (4,2,2).

**Proof.** Let the network (d_0, …, d_(L−1), n) be finitely identifiable. The activations h_j of the last hidden
layer are then linearly independent at general weights: else rows of W_L could be moved along a dependency
(`identifiability/impossible_width`). A further output Σ_j w_j h_j has d_(L−1) new weights, on which no other output
depends, and derivatives h_j by them: so the rank of the Jacobian grows by at least d_(L−1), and the number of
weights by exactly that.

**Established here.** The dimension is at least 14 − 2 = 12, over Q and every extension. A test proves that with one
output less it is 10 = 12 − 2.

**Taken on trust.** Nothing.

**Not claimed.** That one output less keeps it.

**See also** `identifiability/fewer_outputs`.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((4, 2, 3), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((3, 2, 3), degrees=2),
    PolynomialNetwork((3, 2, 4), degrees=2),
    PolynomialNetwork((2, 3, 3, 4), degrees=(3, 2)),
    PolynomialNetwork((3, 4, 4, 4), degrees=2),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
