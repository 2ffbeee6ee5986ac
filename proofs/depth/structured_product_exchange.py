"""Two convolutions can be exchanged: a kernel with differences of tensors of rank one.

**Limits** `depth/structured_product` and `depth/structured_product_determined`.

**Instance.** Two filters of length 2, each in both columns of a 3×2 matrix and in the column of a 2×1 matrix: 𝒜 sends h
⊗ g to the coefficients of the product of both as polynomials.

**Proof.** Multiplication of polynomials commutes: h ⊗ g − g ⊗ h is in the kernel, and it is not zero unless h and g are
proportional. What is determined over an algebraically closed field are the zeros of both polynomials together.

**Established here.** That h ⊗ g and g ⊗ h have the same product of matrices, as polynomials in h and g, over Q and
every extension. Only the hypothesis on the kernel fails.

**Taken on trust.** Nothing.

**Not claimed.** Nothing about filters of different lengths, where zeros can be exchanged all the same.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.models.structured import StructuredProduct
from algebra_tnn.provers.dimensions.identities import identity

NETWORK = StructuredProduct(
    [[[[int(i == j + p) for j in range(n)] for i in range(n + 1)] for p in range(2)] for n in (2, 1)]
)
PLACES = [[[1, 0, 0, 0], [0, 1, 0, 0]], [[0, 0, 1, 0], [0, 0, 0, 1]]]


def difference(h: Any, g: Any, c: Any) -> Any:
    """c times 𝒜(h ⊗ g − g ⊗ h)."""
    tensor = einsum("i,j->ij", h, g) - einsum("i,j->ij", g, h)
    return c * einsum("es,ijs,ij->e", NETWORK.lifting, PLACES, tensor)


INSTANCE = Law.trace(difference, {"h": (2,), "g": (2,)}, {"c": ()})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(instance, 0), by=identity)
