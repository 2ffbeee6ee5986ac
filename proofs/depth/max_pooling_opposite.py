"""Opposite templates: a value is positive at one of them if it is negative at the other.

**Limits** `depth/max_pooling_dead`, `depth/max_pooling_dominated` and `depth/max_pooling_one_unit`.

**Instance.** Two templates, φ = (1, 2) and −φ.

**Proof.** ⟨w, φ⟩ + ⟨w, −φ⟩ = 0 for all w. So no vector is negative at both templates, and none positive, and no unit
is dead on the grid for weights that are not orthogonal to φ.

**Established here.** z(0) + z(1) = 0, as polynomials in the weights, over Q and every extension. Only that some vector
is negative at all templates fails.

**Taken on trust.** Nothing.

**Not claimed.** That there is no other open set of weights at which one unit suffices.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = [[1, 2], [-1, -2]]


def total(templates: list[list[int]]) -> Law:
    """c times the sum of the values at all templates."""

    def forward(w: Any, c: Any) -> Any:
        return c * (templates @ w).sum()

    return Law.trace(forward, {"w": (len(templates[0]),)}, {"c": ()})


def proof(instance: list[list[int]] = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(total(instance), 0), by=identity)
