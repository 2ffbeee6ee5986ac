"""Matrices that are not symmetric have to be symmetrized before the trace is taken.

**Limits** `learning/push_forward`.

**Instance.** The form z_0² + 2 z_0 z_1 three times, written with T = ((1, 2), (0, 0)).

**Proof.** tr T³ = 1. The symmetric matrix of the form is S = ((1, 1), (1, 0)), with tr S³ = 4.

**Established here.** That the third cumulant of z_0² + 2 z_0 z_1 is 8 tr T³ is refuted, over Q and every extension.
Only the hypothesis that the matrices are symmetric fails.

**Taken on trust.** Nothing.

**Not claimed.** Nothing else.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.exact.measures import Normal
from algebra_tnn.models.moments import expectation

T = ((1, 2), (0, 0))
TRACE_OF_CUBE = 1


def cumulant(z: Any, c: Any) -> Any:
    """c times ((p − E[p])³ − 8 tr T³) for p = zᵀ T z, whose mean is 1: its expectation is the claim."""
    p = z[0] ** 2 + 2 * (z[0] * z[1])
    return c * ((p - 1) ** 3 - 8 * TRACE_OF_CUBE)


INSTANCE = Law.trace(cumulant, {"z": (2,)}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(expectation(instance, "z", Normal()), 0))
