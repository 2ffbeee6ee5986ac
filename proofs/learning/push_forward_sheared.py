"""Third cumulants do change if the normal variables are transformed by other matrices.

**Limits** `learning/push_forward_gauge`.

**Instance.** One form in one variable, Q = 1, and R = 2.

**Proof.** tr (R Q Rᵀ)³ = 64.

**Established here.** That tr (R Q Rᵀ)³ = tr Q³ is refuted, over Q and every extension. Only the hypothesis RᵀR = 1
fails.

**Taken on trust.** Nothing.

**Not claimed.** Nothing else.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify

R = 2


def difference(Q: Any, c: Any) -> Any:
    """c times (tr (R Q Rᵀ)³ − tr Q³) for matrices of size one."""
    return c * ((R * Q * R) ** 3 - Q**3)


INSTANCE = Law.trace(difference, {"Q": ()}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0))
