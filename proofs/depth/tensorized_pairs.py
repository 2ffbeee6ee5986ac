"""A quadratic form that is no function of a sum.

**Limits** `depth/tensorized`, `depth/tensorized_digits` and `depth/sine`.

**Instance.** x_0 y_0 + x_1 y_1 + x_2 y_2 + x_3 y_3, the x against the y: rank 4, where 3 = 2 + 1.

**Established here.** That the separation rank is at most 3 is refuted, over Q and every extension. Only that the
polynomial is one of a sum of functions of the single inputs fails.

**Taken on trust.** Nothing.

**Not claimed.** That other orders of the inputs are as bad: in pairs x_k, y_k the ranks are 2.
"""

from typing import Any

from algebra_tnn import Law, SeparationRankAtMost, Verdict, verify


def forward(**inputs: Any) -> Any:
    terms = [inputs[f"x{k}"] * inputs[f"y{k}"] for k in range(4)]
    return sum(terms[1:], terms[0])


INSTANCE = Law.trace(forward, {f"{name}{k}": () for name in "xy" for k in range(4)}, {})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(SeparationRankAtMost(instance, ("x0", "x1", "x2", "x3"), 3))
