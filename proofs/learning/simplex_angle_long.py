"""Longer vectors have smaller inner products.

**Limits** `learning/simplex_angle`.

**Instance.** K = 2: the vectors (2, 0) and (−2, 0).

**Proof.** K + 2 ⟨u_1, u_2⟩ = 2 − 8 = −6.

**Established here.** The value is −6, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Anything about angles, which do not change with the lengths.
"""

from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum, fixed

INSTANCE = ((2, 0), (-2, 0))


def proof(instance: tuple[tuple[int, int], ...] = INSTANCE) -> Verdict:
    def shifted(u: Any) -> Any:
        return einsum("ik,jk->", u, u) - einsum("ij,ij->", u, u) + len(u) + 6

    return verify(Vanishes(fixed(Law.trace(shifted, {"u": (2, 2)}, {}), {"u": instance})))
