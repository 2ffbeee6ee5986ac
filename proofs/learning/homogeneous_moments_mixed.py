"""With t³ + t, which is not homogeneous, the length of a row does more than to scale its term.

**Limits** `learning/homogeneous_moments`.

**Instance.** c · (f(x) x − 4 a w² w) for f(x) = a ((w x)³ + w x), one neuron and one input, and a number c.

**Proof.** c_1 = E[3 t² + 1] = 4, and E[f(x) x] = a (3 w³ + w).

**Established here.** That the mean, a function of c for all weights, has a dimension of at most 0, and so that
E[f(x) x] = c_1 a w³, is refuted over Q and every extension. Only the hypothesis that the activation is homogeneous
fails.

**Taken on trust.** Nothing.

**Not claimed.** That the weights cannot be found from the moments: with the order 3 they can.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.exact.measures import Normal
from algebra_tnn.models.moments import expectation

ACTIVATION = {3: 1, 1: 1}


def difference(x: Any, w: Any, a: Any, c: Any) -> Any:
    t = w * x
    return c * (a * sum(k * t**d for d, k in ACTIVATION.items()) * x - 4 * (a * w**3))


INSTANCE = Law.trace(difference, {"x": (1,), "w": (1,), "a": (1,)}, {"c": (1,)})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(expectation(instance, "x", Normal()), 0))
