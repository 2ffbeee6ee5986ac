"""Under a uniform density, means of derivatives are not correlations with scores: the boundary contributes.

**Limits** `learning/stein` and `learning/stein_boundary`.

**Instance.** f(x) = x on [0, 1], m = 1.

**Proof.** The density is constant inside, so that its score is zero and E[f S_1] = 0. But E[f′] = 1 = f(1) − f(0).

**Established here.** That E[f′] = 0 is refuted, over Q and every extension. Only the hypothesis that the density
vanishes at the ends of its domain fails: inside, all scores are what their definition says.

**Taken on trust.** Nothing.

**Not claimed.** Functions that are zero at the ends, for which the identity holds.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.exact.measures import Uniform
from algebra_tnn.laws import derivative
from algebra_tnn.models.moments import expectation


def function(x: Any, c: Any) -> Any:
    """c times f."""
    return c * x[0]


INSTANCE = Law.trace(function, {"x": (1,)}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(expectation(derivative(instance, "x"), "x", Uniform(0, 1)), 0))
