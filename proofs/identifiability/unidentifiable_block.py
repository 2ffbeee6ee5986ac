"""One block that is not identifiable spoils the network.

**Instance.** Widths (5,5,3,1) with t²: 43 − 8 = 35. The block (5,3,1) has dimension 12 < 15.

**Proof.** At general weights let W_l, W_(l+1) move in a curve along which the function of the block (d_(l−1), d_l,
d_(l+1)) is constant, and which lies in no orbit of the block's rescalings. The network's function is constant, too.
A rescaling of the network that keeps all weights but W_l and W_(l+1) acts, up to finitely many, on layer l alone:
from below by W_1, …, W_(l−1), row by row, and from above by W_L, …, W_(l+2), column by column. So the curve is in
no orbit of the network's rescalings, and its fibres have a larger dimension than those.

**Established here.** That the dimension is at least 35 is refuted, over Q and every extension. A test computes
which blocks are to blame.

**Taken on trust.** Nothing.

**Not claimed.** More than that; the dimension is 32.

**See also** `identifiability/identifiable_blocks`.
"""

from algebra_tnn import DimensionAtLeast, PolynomialNetwork, Verdict, verify

INSTANCE = PolynomialNetwork((5, 5, 3, 1), degrees=2)
INSTANCES = [
    INSTANCE,
    PolynomialNetwork((4, 3, 3, 1), degrees=2),
    PolynomialNetwork((3, 4, 3, 2), degrees=2),
    PolynomialNetwork((3, 4, 2, 1), degrees=(2, 3)),
    PolynomialNetwork((2, 3, 2, 1), degrees=(3, 3)),
]


def proof(instance: PolynomialNetwork = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - len(instance.rescalings())))
