"""If V and A have rank one, attention does not know one from the other.

**Limits** `depth/lightning_attention`.

**Instance.** Width 2, two tokens, two outputs, V = w vᵀ and A = k qᵀ.

**Proof.** V X Xᵀ A X = w (vᵀ X)(Xᵀ k) qᵀ X, which is the same with v and k exchanged, since (vᵀ X)(Xᵀ k) is a number.

**Established here.** That the layers of (w vᵀ, k qᵀ) and of (w kᵀ, v qᵀ) are equal, as polynomials in X, w, v, k and
q, over Q and every extension. Only the hypothesis that V or A has rank 2 fails.

**Taken on trust.** Nothing.

**Not claimed.** Nothing about larger ranks.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.structured import LightningAttention
from algebra_tnn.provers.dimensions.identities import identity

LAYER = LightningAttention(width=2, tokens=2, rank=1, outputs=2)


def difference(X: Any, w: Any, v: Any, k: Any, q: Any, c: Any) -> Any:
    """c times (the layer of w vᵀ, k and q − w kᵀ X Xᵀ v qᵀ X)."""
    K, Q = (einsum("r,j->rj", [1], vector) for vector in (k, q))
    layer = LAYER.forward(X, V=einsum("i,j->ij", w, v), K=K, Q=Q)
    return c * (layer - einsum("i,p,ps,js,j,k,kt->it", w, k, X, X, v, q, X))


INSTANCE = Law.trace(difference, {**LAYER.inputs, **dict.fromkeys("wvkq", (2,))}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0), by=identity)
