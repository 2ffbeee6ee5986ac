"""Two quadratic forms are not determined by their third cumulants.

**Limits** `learning/push_forward_dimension`.

**Instance.** Two forms in two variables.

**Proof.** There are only four cumulants, κ_000, κ_001, κ_011 and κ_111, and 5 = 6 − 1 would be needed.

**Established here.** That the dimension is 5 is refuted, over Q and every extension. Only the hypothesis that there are
enough forms, three, fails.

**Taken on trust.** Nothing.

**Not claimed.** Nothing about cumulants of other orders.
"""

from algebra_tnn import DimensionAtLeast, Verdict, verify
from algebra_tnn.models.moments import QuadraticPushForward

INSTANCE = QuadraticPushForward(maps=2, latent=2)


def proof(instance: QuadraticPushForward = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - 1))
