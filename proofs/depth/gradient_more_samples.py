"""Three samples give a gradient of rank three.

**Limits** `depth/gradient_rank`.

**Instance.** (3,3,1) with t², three samples, the gradient by W_1, as in `depth/gradient_rank` with two.

**Proof.** A minor.

**Established here.** That the separation rank is at most 2 is refuted: it is at least 3 for almost all weights and
samples, over Q and every extension. Only the hypothesis that there are two samples fails.

**Taken on trust.** Nothing.

**Not claimed.** Nothing about batches whose samples depend on each other.
"""

from algebra_tnn import PolynomialNetwork, SeparationRankAtMost, Verdict, verify
from algebra_tnn.models.structured import WeightGradient

INSTANCE = WeightGradient(PolynomialNetwork((3, 3, 1), degrees=2), layer=1, samples=3)


def proof(instance: WeightGradient = INSTANCE) -> Verdict:
    return verify(SeparationRankAtMost(instance.law(), ("u",), 2))
