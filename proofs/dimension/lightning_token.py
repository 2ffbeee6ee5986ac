"""The dimension of attention without a softmax on one token.

**Instance.** One layer of width 3, K and Q with two rows, two outputs: 6 + 3 · 3 − 3 − 1 = 11. In `INSTANCES` others,
and two layers.

**Proof.** A layer is x ↦ V x · q(x) with q(x) = xᵀ Kᵀ Q x = Σ_r ⟨k_r, x⟩⟨q_r, x⟩, which over an algebraically closed
field is any quadratic form of rank at most ρ = min(2a, d). These have dimension ρ d − ρ (ρ − 1)/2. L layers are x ↦ M x
· Π_l p_l(x)^(3^(L−l)) with M = V_L ⋯ V_1 and p_l = q_l ∘ V_(l−1) ⋯ V_1: layer l multiplies x by V_l and by a number,
whose square multiplies the form of the layer above. For invertible V_1, …, V_(L−1) all M and all forms p_l of these
ranks occur. The entries of M x and the p_l divide the outputs; by unique factorization there are finitely many of them
with given outputs up to factors, and those, one for M and one for each p_l, have one relation. So the dimension is
m d + L (ρ d − ρ (ρ − 1)/2) − L for m outputs.

**Established here.** This dimension, from both sides, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Anything about two tokens: see `dimension/lightning_layers`.

**See also** `dimension/lightning_token_two`.
"""

from algebra_tnn import DimensionBetween, Verdict, verify
from algebra_tnn.models.structured import LightningAttention

INSTANCE = LightningAttention(width=3, tokens=1, rank=2, outputs=2)
INSTANCES = [
    INSTANCE,
    LightningAttention(width=3, tokens=1, rank=1, outputs=1),
    LightningAttention(width=4, tokens=1, rank=2, outputs=1),
    LightningAttention(width=2, tokens=1, rank=1, outputs=2, layers=2),
]


def count(attention: LightningAttention) -> int:
    """m d + L (ρ d − ρ (ρ − 1)/2 − 1) with ρ = min(2a, d)."""
    d, rho = attention.width, min(2 * attention.rank, attention.width)
    return attention.outputs * d + attention.layers * (rho * d - rho * (rho - 1) // 2 - 1)


def proof(instance: LightningAttention = INSTANCE) -> Verdict:
    return verify(DimensionBetween(instance.law(), count(instance), count(instance)))
