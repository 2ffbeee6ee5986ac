"""A narrow head: the rank of one layer is less than d + 1.

**Limits** `depth/attention` and `depth/attention_deep`.

**Instance.** Two tokens of dimension 2, one layer with one head of width 1.

**Proof.** The score ⟨Q x_0, K x_1⟩ is a product of two numbers, so f is a sum of two products.

**Established here.** That the separation rank of {x_0} is at least d + 1 = 3 is refuted: it is at most 2 for all
weights, over Q and every extension. Only the hypothesis H a ≥ d fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about two layers.
"""

from algebra_tnn import SeparationRankAtLeast, Verdict, verify
from algebra_tnn.models.attention import LinearAttention

INSTANCE = LinearAttention(tokens=2, dimension=2, width=1)


def proof(instance: LinearAttention = INSTANCE) -> Verdict:
    return verify(SeparationRankAtLeast(instance.law(), ("x0",), instance.dimension + 1))
