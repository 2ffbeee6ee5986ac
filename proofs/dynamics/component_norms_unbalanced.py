"""Without balance, the norm of a component moves at another rate.

**Limits** `dynamics/component_norms`.

**Instance.** N = 3 and vectors with one entry, a³, b³ and c³, so that σ = s³ with s = a b c, and s⁴ = σ^(2−2/3).

**Proof.** The rate (σ²)′ is 2 T (b⁶ c⁶ + a⁶ c⁶ + a⁶ b⁶), where the formula has 6 T a⁴ b⁴ c⁴, T = g a³ b³ c³; both
agree only where a² = b² = c², the case of equality between arithmetic and geometric mean.

**Established here.** That the difference does not depend on a, b and c, as it would not if it were zero, is refuted.
Over Q and every extension. Only the hypothesis that the vectors are balanced fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about the limit of the flow.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify


def difference(g: Any, a: Any, b: Any, c: Any) -> Any:
    T = g * a**3 * b**3 * c**3
    return 2 * T * (b**6 * c**6 + a**6 * c**6 + a**6 * b**6) - 6 * T * a**4 * b**4 * c**4


INSTANCE = Law.trace(difference, {"g": ()}, {"a": (), "b": (), "c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0))
