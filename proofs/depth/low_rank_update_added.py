"""The matrix of the layer with its update has no small rank.

**Limits** `depth/low_rank_update`.

**Instance.** W = 1 of size 3×3 and an update of rank 1: ⟨u, (W + B A) v⟩.

**Proof.** det(1 + b aᵀ) = 1 + ⟨a, b⟩ is not zero for almost all a and b.

**Established here.** That the separation rank of u is at most 1 is refuted: it is at least 2 for almost all B and A,
over Q and every extension. Only the hypothesis W = 0 fails.

**Taken on trust.** Nothing.

**Not claimed.** That it is small for no W: W may undo the update.
"""

from typing import Any

from algebra_tnn import Law, SeparationRankAtMost, Verdict, verify
from algebra_tnn.models.structured import LowRankUpdate

LAYER = LowRankUpdate(rows=3, columns=3, rank=1)
W = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]


def bilinear(u: Any, x: Any, B: Any, A: Any) -> Any:
    """⟨u, W x + B A x⟩."""
    return u @ LAYER.forward(x, W, B, A)


INSTANCE = Law.trace(bilinear, {"u": (3,), "x": (3,)}, LAYER.parameters)


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(SeparationRankAtMost(instance, ("u",), 1))
