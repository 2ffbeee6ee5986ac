"""Two tokens see more of Kᵀ Q than one.

**Limits** `dimension/lightning_token`.

**Instance.** One layer of width 3 on two tokens, K and Q with two rows, two outputs.

**Established here.** That the dimension is at most 11, as it is for one token, is refuted, over Q and every extension;
it is 13. Only the hypothesis that there is one token fails.

**Taken on trust.** Nothing.

**Not claimed.** More than two tokens, which see no more: see `dimension/lightning_layers`.
"""

from algebra_tnn import DimensionAtMost, Verdict, verify
from algebra_tnn.models.structured import LightningAttention

INSTANCE = LightningAttention(width=3, tokens=2, rank=2, outputs=2)


def proof(instance: LightningAttention = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance.law(), instance.one_token_dimension))
