"""One token does not see all of Kᵀ Q.

**Limits** `dimension/lightning_layers`.

**Instance.** One layer of width 3 on one token, K and Q with two rows, two outputs.

**Proof.** V x · xᵀ A x depends on the symmetric part of A alone.

**Established here.** That the dimension is at least a (2 d − a) + m d − 1 = 13 is refuted, over Q and every extension;
it is 11. Only the hypothesis that there are two tokens fails.

**Taken on trust.** Nothing.

**Not claimed.** The dimension for one token in general: see `dimension/lightning_token`.
"""

from algebra_tnn import DimensionAtLeast, Verdict, verify
from algebra_tnn.models.structured import LightningAttention

INSTANCE = LightningAttention(width=3, tokens=1, rank=2, outputs=2)


def proof(instance: LightningAttention = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.expected_dimension))
