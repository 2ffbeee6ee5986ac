"""Attention without a softmax counts by V and A = Kᵀ Q, and for two tokens it determines both.

**Instance.** Width 2, two tokens, K and Q with one row, one output. In `INSTANCES` other sizes.

**Proof.** *Identity.* V X (K X)ᵀ (Q X) = V X Xᵀ Kᵀ Q X. *A.* Kᵀ Q is a sum of a matrices of rank one, so its rank is at
most a, and each such matrix is one. *Determined.* Let there be two tokens or more, V ≠ 0 ≠ A, and let V or A have rank
at least 2. The part of the output at token 0 that is quadratic in the token y and linear in x, the other tokens being
0, has the entries (V y)_i (Aᵀ y)_j, as coefficients of x_j. Let V′, A′ give the same. If A has rank 2 or more, take i
with (V y)_i ≠ 0, and among the nonzero forms (Aᵀ y)_j two that are not proportional. (V′ y)_i is not zero and divides
(V y)_i (Aᵀ y)_j for both; if it were not proportional to (V y)_i, it would be so to both (Aᵀ y)_j, by unique
factorization. So (V′ y)_i = s (V y)_i and (A′ᵀ y)_j = (Aᵀ y)_j / s for all j; s is the same for all i with (V y)_i ≠ 0,
and V′ has zero rows where V has. So V′ = s V and A′ = A/s. If V has rank 2 or more, exchange the roles of V and Aᵀ.

**Established here.** The identity V X (K X)ᵀ (Q X) = V X Xᵀ A X with A = Σ_r k_r q_rᵀ, entry by entry, as polynomials
in X, V, K and Q, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Anything about several layers, or about a softmax.

**See also** `depth/lightning_one_token`, `depth/lightning_rank_one`, and `depth/lightning_dimension`.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.structured import LightningAttention
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = LightningAttention(width=2, tokens=2, rank=1, outputs=1)
INSTANCES = [INSTANCE, LightningAttention(2, 3, 2, 1), LightningAttention(3, 2, 2, 2), LightningAttention(2, 1, 3, 1)]


def difference(layer: LightningAttention) -> Law:
    """c times (the layer − V X Xᵀ A X)."""

    def forward(X: Any, V: Any, K: Any, Q: Any, c: Any) -> Any:
        A = einsum("rj,rk->jk", K, Q)
        return c * (layer.forward(X, V=V, K=K, Q=Q) - einsum("ip,ps,js,jk,kt->it", V, X, X, A, X))

    return Law.trace(forward, {**layer.inputs, **layer.parameters}, {"c": ()})


def proof(instance: LightningAttention = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0), by=identity)
