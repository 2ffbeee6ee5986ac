"""For a normal density of variance two the scores are no Hermite tensors.

**Limits** `learning/hermite_tensors`.

**Instance.** One variable, ∇log p = −x/2, the order 2.

**Proof.** The recursion gives S_1 = x/2 and S_2 = x²/4 − 1/2, and the Hermite tensor is x² − 1.

**Established here.** That S_1 ⊗ x/2 − ∇S_1 = x² − 1 with S_1 = x/2 is refuted, over Q and every extension. Only the
hypothesis that the variances are one fails.

**Taken on trust.** Nothing.

**Not claimed.** Nothing else: S_m is then that of x/√2, divided by √2^m.
"""

from fractions import Fraction
from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify

VARIANCE = 2


def difference(x: Any, c: Any) -> Any:
    """c times (S_1 x/2 − S_1′ − (x² − 1)) for S_1 = x/2."""
    score = x / VARIANCE
    return c * (score * x / VARIANCE - Fraction(1, VARIANCE) - (x**2 - 1))


INSTANCE = Law.trace(difference, {"x": ()}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0))
