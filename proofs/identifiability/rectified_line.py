"""ReLU networks on a line without biases: P − h is not reached by any weights, and widths increase.

**Limits** `identifiability/rectified_rescalings`.

**Instance.** Widths (1,3,1) without biases, two weights of the first layer being positive and one negative. In
`INSTANCES` the other numbers of positive ones.

**Proof.** ρ(w x) = w ρ(x) for w > 0 and −w ρ(−x) for w < 0. So f(x) = α ρ(x) + β ρ(−x), with α = Σ a_j w_j over
positive w_j and β = −Σ a_j w_j over negative ones, whatever the six weights are: the functional dimension is at most 2,
and P − h = 6 − 3.

**Established here.** The law with masks that are affine combinations of the two patterns of positive and negative
inputs has dimension at most 2, over Q and every field of characteristic 0. This violates no hypothesis of a bound from
above; but it goes too far to read it as the largest functional dimension.

**Taken on trust.** Nothing.

**Not claimed.** Anything about networks with biases: with them 7 = 10 − 3 is reached.
"""

from algebra_tnn import DimensionAtMost, Verdict, verify
from algebra_tnn.models.rectified import RectifiedNetwork

NETWORK = RectifiedNetwork((1, 3, 1))
INSTANCE = [1, 1, 0]  # the neurons that are active at positive inputs
INSTANCES = [INSTANCE, [1, 1, 1], [0, 0, 1]]


def proof(instance: list[int] = INSTANCE) -> Verdict:
    patterns = [[instance], [[1 - t for t in instance]]]
    return verify(DimensionAtMost(NETWORK.in_regions(patterns), 2))
