"""Square pencils: no orbit is dense.

**Limits** `rank/pencil_orbit` and `rank/pencil_product`.

**Instance.** The pencils g (x E_00 + y E_11) h of 2×2 matrices, which are general among all pencils.

**Proof.** In g A h the determinant det(x A_0 + y A_1) is only multiplied by det g det h, so the quotients of its zeros
x : y do not change. Here diagonal matrices d, d⁻¹ change nothing: the dimension is 8 − 2.

**Established here.** That the dimension is at least 8 is refuted, over Q and every extension. Only p < q fails.

**Taken on trust.** Nothing.

**Not claimed.** That square pencils have no normal form.
"""

from typing import Any

from algebra_tnn import DimensionAtLeast, Law, Verdict, verify
from algebra_tnn.laws import einsum

SHAPE = (2, 2)
PENCIL = [[[1, 0], [0, 0]], [[0, 0], [0, 1]]]


def forward(u: Any, v: Any, w: Any, g: Any, h: Any) -> Any:
    return einsum("kab,ia,bj,k,i,j->", PENCIL, g, h, u, v, w)


INSTANCE = Law.trace(forward, {"u": (2,), "v": (2,), "w": (2,)}, {"g": (2, 2), "h": (2, 2)})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance, 8))
