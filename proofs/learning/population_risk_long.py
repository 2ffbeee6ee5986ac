"""For neurons of other lengths the population risk is no such sum.

**Limits** `learning/population_risk`.

**Instance.** The activation He_2, no neuron for the student, and one for the teacher with the row (2) in one variable.

**Proof.** E[He_2(2x)²] = E[(4x² − 1)²] = 48 − 8 + 1 = 41, and 2! ‖b*⊗b*‖² = 2 · 16 = 32.

**Established here.** That E[f*²] = 2! ‖b* ⊗ b*‖² is refuted, over Q and every extension. Only the hypothesis that rows
have length one fails.

**Taken on trust.** Nothing.

**Not claimed.** Nothing else: with the rows divided by their lengths it is true.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.exact.measures import Normal
from algebra_tnn.laws import apply
from algebra_tnn.models.moments import expectation, hermite_coefficients

LENGTH = 2


def function(x: Any, c: Any) -> Any:
    """c times (f*(x)² − 2! ‖b* ⊗ b*‖²)."""
    return c * (apply(hermite_coefficients(2), LENGTH * x[0]) ** 2 - 2 * LENGTH**4)


INSTANCE = Law.trace(function, {"x": (1,)}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(expectation(instance, "x", Normal()), 0))
