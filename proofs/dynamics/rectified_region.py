"""In one region a rectified network is linear, and conserves more.

**Limits** `dynamics/rectified_neurons`.

**Instance.** ReLU, widths (2, 2, 1), in the region where both neurons are active.

**Proof.** There the law is a linear network with r (r + 1)/2 = 3 conserved quantities: the inner product of both
neurons is one as long as no data leave the region.

**Established here.** That there are 2 independent conserved quantities is refuted: there are three. Over Q and every
extension. Only the hypothesis that all patterns occur fails.

**Taken on trust.** Nothing.

**Not claimed.** That the flow stays in the region.
"""

from algebra_tnn import ConservedBetween, Law, Verdict, verify
from algebra_tnn.models.rectified import RectifiedNetwork

NETWORK = RectifiedNetwork((2, 2, 1))
INSTANCE = NETWORK.in_region([[1, 1]])


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(ConservedBetween(instance, NETWORK.hidden, NETWORK.hidden))
