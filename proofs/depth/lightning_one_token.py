"""For one token, attention determines no more than the symmetric part of A.

**Limits** `depth/lightning_attention` and `depth/lightning_dimension`.

**Instance.** Width 2, one token, one output, and A of rank 2.

**Proof.** f(x) = V x · (xᵀ A x), and xᵀ A x = xᵀ Aᵀ x.

**Established here.** V X Xᵀ A X = V X Xᵀ Aᵀ X for X with one column, as polynomials in X, V and A, over Q and every
extension: A and Aᵀ are not multiples of each other in general. Only the hypothesis that there are two tokens fails.

**Taken on trust.** Nothing.

**Not claimed.** What one token determines; the dimension is smaller, too, 4 and not 5 for this width with one output.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.structured import LightningAttention
from algebra_tnn.provers.dimensions.identities import identity

UNIT = [[1, 0], [0, 1]]
LAYER = LightningAttention(width=2, tokens=1, rank=2, outputs=1)


def difference(X: Any, V: Any, A: Any, c: Any) -> Any:
    """c times (the layer with K = 1 and Q = A − V X Xᵀ Aᵀ X)."""
    layer = LAYER.forward(X, V=V, K=UNIT, Q=A)
    return c * (layer - einsum("ip,ps,js,kj,kt->it", V, X, X, A, X))


INSTANCE = Law.trace(difference, {**LAYER.inputs, "V": (1, 2), "A": (2, 2)}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0), by=identity)
