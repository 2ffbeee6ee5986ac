"""Diagonal matrices in the core: a sum of as many terms as there are hidden numbers.

**Limits** `depth/equal_cores`.

**Instance.** Four steps of dimension 2 with two hidden numbers and the core G_{pik} = D_{pi} for k = p, otherwise 0.

**Proof.** The matrices G(x) commute, and f = Σ_p s_p w_p Π_t ⟨D_p, x_t⟩: a sum of r products of functions of one input
each, a symmetric tensor.

**Established here.** That the separation rank of the inputs 0 and 2 is at least 4 for general D, s, w is refuted: it is
at most 2, over Q and every extension. Only the hypothesis that the core is general fails.

**Taken on trust.** Nothing.

**Not claimed.** Anything about cores that commute with the exception of nilpotent parts.
"""

from typing import Any

from algebra_tnn import Law, SeparationRankAtLeast, Verdict, verify
from algebra_tnn.laws import einsum


def diagonal(s: Any, D: Any, w: Any, x0: Any, x1: Any, x2: Any, x3: Any) -> Any:
    return einsum("p,pi,pj,pk,pl,p,i,j,k,l->", s, D, D, D, D, w, x0, x1, x2, x3)


INSTANCE = Law.trace(diagonal, {f"x{t}": (2,) for t in range(4)}, {"s": (2,), "D": (2, 2), "w": (2,)})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(SeparationRankAtLeast(instance, ("x0", "x2"), 4))
