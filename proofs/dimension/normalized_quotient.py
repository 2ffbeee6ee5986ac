"""The terms of normalized attention are those of a quotient of polynomials.

**Instance.** One layer of width 2 on two tokens with the weighting 1 + s, K and Q with one row, one output. In
`INSTANCES` three tokens, width 3 and two outputs.

**Proof.** With the weighting p(s) = 1 + s token i becomes N_i / D_i, N_i = Σ_j (1 + s_ij) V x_j and D_i = t + Σ_j s_ij
for t tokens. Let T = T_1 + T_3 be sums of terms of degrees 1 and 3 in the tokens with T_1 = Σ_j V x_j / t. If D T − N =
(D − t) T_3, which has degree 5, T is N / D up to terms of degree 5 or more: D is t up to terms of degree 2, and t ≠ 0.

**Established here.** D T − N = (D − t) (T − T_1), entry by entry, for what the model says that the terms of degree at
most 3 are, as polynomials in the tokens and the weights, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Other weightings and degrees: a test divides power series.

**See also** `dimension/normalized_attention_sum`, where nothing is divided and p(0) is 0.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.structured import NormalizedAttention

INSTANCE = NormalizedAttention(width=2, tokens=2, rank=1, outputs=1, weighting=(1, 1))
INSTANCES = [
    INSTANCE,
    NormalizedAttention(width=2, tokens=3, rank=1, outputs=2, weighting=(1, 1)),
    NormalizedAttention(width=3, tokens=2, rank=2, outputs=1, weighting=(1, 1)),
]


def difference(attention: NormalizedAttention) -> Law:
    """D T − N − (D − t) (T − T_1)."""

    def forward(X: Any, V: Any, K: Any, Q: Any) -> Any:
        T, scores, count = attention.forward(X, V=V, K=K, Q=Q), (K @ X).T @ (Q @ X), attention.tokens
        first = einsum("ab,bj,i->ai", V, X, [1] * count)
        N, excess = first + V @ X @ scores, scores.sum(0)
        return einsum("ai,i->ai", T, excess + count) - N - einsum("ai,i->ai", T - first / count, excess)

    return Law.trace(forward, attention.inputs, attention.parameters)


def proof(instance: NormalizedAttention = INSTANCE) -> Verdict:
    return verify(Vanishes(difference(instance)))
