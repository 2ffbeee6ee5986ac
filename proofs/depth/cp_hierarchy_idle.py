"""A network that is not minimal: its tensor has rank three, its function needs one term.

**Limits** `depth/cp_hierarchy` and `depth/cp_hierarchy_filled`.

**Instance.** The tensor of `depth/cp_hierarchy` from s = e_1 on, and four steps: N e_1 = 0, so that e_1 is multiplied
by x_0 at every step. The CPRNN with the one term e_1 ⊗ e_0 ⊗ e_1 does the same.

**Proof.** The states span a line, the number that belongs to e_0 is idle.

**Established here.** Both functions are the same, as polynomials in inputs and w, over Q and every extension. Only the
hypothesis that the network is minimal fails; the rank of its tensor is 3.

**Taken on trust.** Nothing.

**Not claimed.** Which rank the function of a larger part of a network needs.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.provers.dimensions.identities import identity

TENSOR = [[[1, 0], [0, 1]], [[0, 1], [0, 0]]]
TERM = [[[0, 0], [0, 0]], [[0, 1], [0, 0]]]
START, READOUT = [0, 1], [1, 1]


def after(tensor: Any, h: Any, x: list[Any]) -> Any:
    return after(tensor, einsum("pik,p,i->k", tensor, h, x[0]), x[1:]) if x else h


def difference(c: Any, w: Any, **x: Any) -> Any:
    return c * (w @ (after(TENSOR, START, list(x.values())) - after(TERM, START, list(x.values()))))


INSTANCE = Law.trace(difference, {**{f"x{t}": (2,) for t in range(4)}, "w": (2,)}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0), by=identity)
