"""For vectors of other lengths Hermite polynomials of different degrees are correlated.

**Limits** `learning/hermite_correlation`.

**Instance.** k = 2, l = 0, one variable, u = 2.

**Proof.** E[He_2(2x)] = E[4x² − 1] = 3.

**Established here.** That E[He_2(⟨u, x⟩) He_0] = 0 is refuted, over Q and every extension. Only the hypothesis that u
has length one fails.

**Taken on trust.** Nothing.

**Not claimed.** Nothing about He_k(⟨u, x⟩ / ‖u‖), for which it is true.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.exact.measures import Normal
from algebra_tnn.laws import apply
from algebra_tnn.models.moments import expectation, hermite_coefficients

LENGTH = 2


def function(x: Any, c: Any) -> Any:
    """c times He_2(2x)."""
    return c * apply(hermite_coefficients(2), LENGTH * x[0])


INSTANCE = Law.trace(function, {"x": (1,)}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(expectation(instance, "x", Normal()), 0))
