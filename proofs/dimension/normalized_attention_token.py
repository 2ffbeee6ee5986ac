"""With one token, normalized attention is linear.

**Limits** `dimension/normalized_attention` and `dimension/normalized_layers`.

**Instance.** One layer of width 2 on one token with a softmax, one output.

**Proof.** The only weight is p(s)/p(s) = 1, so y = V x.

**Established here.** That the dimension is at least a (2 d − a) + m d = 5 is refuted, over Q and every extension; it is
2. Only the hypothesis that there are two tokens fails.

**Taken on trust.** Nothing.

**Not claimed.** Nothing else.
"""

from algebra_tnn import DimensionAtLeast, Verdict, verify
from algebra_tnn.models.structured import NormalizedAttention

INSTANCE = NormalizedAttention(width=2, tokens=1, rank=1, outputs=1)


def proof(instance: NormalizedAttention = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.parameter_count - instance.orbit_dimension))
