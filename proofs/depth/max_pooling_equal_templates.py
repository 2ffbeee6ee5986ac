"""Two templates that are equal: the grid tensor does not see which of them an input is.

**Limits** `depth/max_pooling_universal`.

**Instance.** Two inputs of two templates that are both (1, 1).

**Proof.** At equal templates all values of the network are equal, for all weights and any pooling. So with T equal
templates the grid tensor is constant, t · 1, and its function is t (Σ_d x0[d]) (Σ_d x1[d]).

**Established here.** That the separation rank of t (Σ x0) (Σ x1) is 2 for almost all t is refuted, over Q and every
extension. Every 2×2 tensor of rank 2 is missed; only that the templates are independent fails.

**Taken on trust.** Nothing.

**Not claimed.** That different templates must be independent.
"""

from typing import Any

from algebra_tnn import Law, SeparationRankAtLeast, Verdict, verify

INSTANCE = [[1, 1], [1, 1]]


def constant(templates: list[list[int]]) -> Law:
    """A constant grid tensor, as a function of one vector for each of two inputs."""

    def forward(x0: Any, x1: Any, t: Any) -> Any:
        return t * x0.sum() * x1.sum()

    return Law.trace(forward, {"x0": (len(templates),), "x1": (len(templates),)}, {"t": ()})


def proof(instance: list[list[int]] = INSTANCE) -> Verdict:
    return verify(SeparationRankAtLeast(constant(instance), ("x0",), 2))
