"""If the weight of a token is its score, a factor passes from V to Kᵀ Q.

**Limits** `dimension/normalized_attention`, `dimension/normalized_layers` and `dimension/normalized_quotient`.

**Instance.** One layer of width 2 on two tokens with the weights s_ij, K and Q with one row, one output.

**Proof.** (s V, A/s) gives the same function V X Xᵀ A X.

**Established here.** That the dimension is at least a (2 d − a) + m d = 5 is refuted, over Q and every extension; it is
4. Only the hypothesis fails that weights are p(s_ij)/Σ_j p(s_ij) with p(0) = 1.

**Taken on trust.** Nothing.

**Not claimed.** That it is the division that counts. With the weights p(s_ij), p = 1 + c s + …, the terms of degree one
are V Σ x_j, and those of degree three c V X Xᵀ A X, which determine V and A as well; and s_ij/Σ_j s_ij are the same for
A and all its multiples.
"""

from algebra_tnn import DimensionAtLeast, Verdict, verify
from algebra_tnn.models.structured import LightningAttention

INSTANCE = LightningAttention(width=2, tokens=2, rank=1, outputs=1)


def proof(instance: LightningAttention = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.expected_dimension + 1))
