"""Without balance, a singular value moves at another rate.

**Limits** `dynamics/singular_values`.

**Instance.** Two layers with one neuron each, numbers a and b: W = a b, σ = a b.

**Proof.** The rate of W is (a² + b²) g, where the formula has 2 a b g.

**Established here.** That the difference does not depend on a and b, as it would not if it were zero, is refuted.
Over Q and every extension. Only the hypothesis that the layers are balanced fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about the limit of the flow.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify


def difference(g: Any, a: Any, b: Any) -> Any:
    return (a * a + b * b) * g - 2 * a * b * g


INSTANCE = Law.trace(difference, {"g": ()}, {"a": (), "b": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0))
