"""For uniformly distributed inputs, correlations with Hermite tensors are no sums of powers of the rows.

**Limits** `learning/network_moment`.

**Instance.** f(x) = x, one neuron with the row 1, x uniform on [−1, 1], m = 1.

**Proof.** E[x · x] = 1/3, and λ a = E[f′] = 1.

**Established here.** That E[f(x) S_1(x)] = E[f′(x)] is refuted, over Q and every extension. Only the hypothesis that
inputs are normally distributed fails.

**Taken on trust.** Nothing.

**Not claimed.** Inputs from other densities, with the scores of these.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.exact.measures import Uniform
from algebra_tnn.models.moments import expectation


def difference(x: Any, c: Any) -> Any:
    """c times (f(x) S_1(x) − f′(x)) for f(x) = x."""
    return c * (x[0] * x[0] - 1)


INSTANCE = Law.trace(difference, {"x": (1,)}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(expectation(instance, "x", Uniform(-1, 1)), 0))
