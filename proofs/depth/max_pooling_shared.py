"""Shared filters: the grid tensor of one layer is symmetric.

**Limits** `depth/max_pooling_universal`.

**Instance.** Two inputs of two templates.

**Proof.** If all inputs have the same filters, every unit pools the same function of all of them, and no pooling looks
at their order. So A[d_0, d_1] = A[d_1, d_0], for all weights.

**Established here.** That symmetric 2×2 tensors have dimension 4, as all 2×2 tensors do, is refuted, over Q and every
extension: it is 3. Only that filters are not shared fails.

**Taken on trust.** Nothing.

**Not claimed.** That all symmetric tensors are grid tensors.
"""

from typing import Any

from algebra_tnn import DimensionAtLeast, Law, Verdict, verify
from algebra_tnn.laws import einsum

INSTANCE = 2


def symmetric(templates: int) -> Law:
    """The symmetric tensors of order two, as functions of two vectors."""

    def forward(x0: Any, x1: Any, S: Any) -> Any:
        return einsum("ij,i,j->", S + S.T, x0, x1)

    vectors = {"x0": (templates,), "x1": (templates,)}
    return Law.trace(forward, vectors, {"S": (templates, templates)})


def proof(instance: int = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(symmetric(instance), instance**2))
