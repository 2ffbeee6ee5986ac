"""Normalized attention, such as that with a softmax: the factor between V and Kᵀ Q counts.

**Instance.** One layer of width 2 on two tokens with a softmax, K and Q with one row, one output: 3 + 2 = 5. In
`INSTANCES` widths up to 3, three tokens, and the weighting 1 + t.

**Proof.** Let y_i = Σ_j p(s_ij) V x_j / Σ_j p(s_ij) with s_ij = x_jᵀ A x_i, A = Kᵀ Q, t ≥ 2 tokens, and p(s) = 1 + c s
+ … analytic at 0 with c ≠ 0. The terms of degree one in the tokens are V Σ x_j / t, so y determines V. Those of degree
three of y_0 at x_0 = x, x_1 = y that are quadratic in y and linear in x, where all other tokens are 0, are c (1/t −
1/t²) V y · yᵀ A x, so that V ≠ 0 and y determine A. Hence, for m outputs, the functions have the dimension of the pairs
(V, A): m d + a (2 d − a) for a ≤ d.

**Established here.** This dimension for the terms of degree at most 3, as polynomials in the tokens, from both sides,
over Q and every extension. That of the functions is at least as large, and at most that of the pairs.

**Taken on trust.** Nothing.

**Not claimed.** Anything about masks, scaled scores or residual connections.

**See also** `dimension/normalized_attention_token`, `dimension/normalized_attention_sum`, and for two layers
`dimension/normalized_layers`.
"""

from algebra_tnn import DimensionBetween, Verdict, verify
from algebra_tnn.models.structured import NormalizedAttention

INSTANCE = NormalizedAttention(width=2, tokens=2, rank=1, outputs=1)
INSTANCES = [
    INSTANCE,
    NormalizedAttention(width=2, tokens=3, rank=2, outputs=2),
    NormalizedAttention(width=3, tokens=2, rank=2, outputs=3),
    NormalizedAttention(width=2, tokens=2, rank=1, outputs=2, weighting=(1, 1)),
]


def proof(instance: NormalizedAttention = INSTANCE) -> Verdict:
    count = instance.parameter_count - instance.orbit_dimension
    return verify(DimensionBetween(instance.law(), count, count))
