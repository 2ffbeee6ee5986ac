"""Third cumulants do not change if the normal variables are rotated.

**Instance.** Three symbolic matrices A, B, C of size 2, and R with RᵀR = 1.

**Proof.** Let M = RᵀR and Z = M − 1. tr(R A Rᵀ R B Rᵀ R C Rᵀ) = tr(A M B M C M), and replacing one M after the other by
1 gives tr(A M B M C Z) + tr(A M B Z C) + tr(A Z B C) as the difference to tr(A B C).

**Established here.** tr(RARᵀ RBRᵀ RCRᵀ) = tr(A B C) wherever RᵀR = 1, by cofactors, as polynomials in all entries, over
Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** That all matrices with the same cumulants are so related.

**See also** `learning/push_forward_sheared`, `learning/push_forward_dimension`.
"""

from functools import partial
from typing import Any

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.laws import einsum, named
from algebra_tnn.provers import cofactors


def difference(R: Any, A: Any, B: Any, C: Any) -> Any:
    """tr(RARᵀ RBRᵀ RCRᵀ) − tr(ABC), with the name of what is zero."""
    named("orthogonality", R.T @ R - [[int(i == j) for j in range(len(R))] for i in range(len(R))])
    one, two, three = (R @ matrix @ R.T for matrix in (A, B, C))
    return einsum("ab,bc,ca->", one, two, three) - einsum("ab,bc,ca->", A, B, C)


def cofactor(R: Any, A: Any, B: Any, C: Any) -> Any:
    """The transpose of A M B M C + C A M B + B C A."""
    M = R.T @ R
    return (A @ M @ B @ M @ C + C @ A @ M @ B + B @ C @ A).T


INSTANCE = Law.trace(difference, dict.fromkeys("RABC", (2, 2)), {})
INSTANCES = [INSTANCE, Law.trace(difference, dict.fromkeys("RABC", (1, 1)), {})]


def proof(instance: Law = INSTANCE) -> Verdict:
    claim = Vanishes(instance, ("orthogonality",))
    return verify(claim, by=partial(cofactors, cofactors={"orthogonality": cofactor}))
