"""If the choice of the component depends on the input, correlations are no sums of powers of the vectors.

**Limits** `learning/mixture`.

**Instance.** One variable, the order 2, the link g(t) = t, the vectors 1 and 0, and the weights 1/2 + x and 1/2 − x,
which sum to one.

**Proof.** E[y | x] = (1/2 + x) x, and E[y S_2] = E[(x/2 + x²)(x² − 1)] = 3 − 1 = 2; but Σ π_h E[g″] u_h² = 0. (These
weights have signs, since polynomials that are probabilities at all x are constant. The theorem is as true for such
weights. With probabilities, 1 and 0 for x > 0, and 0 and 1 elsewhere, the mean of y is max(0, x), and E[y S_2] is φ(0)
by statement E9, not zero either.)

**Established here.** That E[y S_2(x)] = 0, which is the sum of powers for a linear link, is refuted, over Q and every
extension. Only the hypothesis that the weights do not depend on x fails.

**Taken on trust.** Nothing.

**Not claimed.** Nothing about mixtures of experts, whose gates are no polynomials.
"""

from fractions import Fraction
from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.models.moments import score_moment


def weights(x: Any) -> tuple[Any, Any]:
    """The weights of the vectors 1 and 0 at an input."""
    return Fraction(1, 2) + x, Fraction(1, 2) - x


def mean(x: Any, c: Any) -> Any:
    """c times E[y | x] = (1/2 + x) x."""
    return c * (weights(x[0])[0] * x[0])


INSTANCE = Law.trace(mean, {"x": (1,)}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(score_moment(instance, 2), 0))
