"""A product of matrices that depend linearly on parameters is a linear function of one tensor of rank one.

**Instance.** M_1(h) 3×2 and M_2(g) 2×1, both with the filter of length 2 in each column, one place further down: their
product has the entries of the product of the polynomials h and g. In `INSTANCES` three factors, and free matrices.

**Proof.** M_1(h_1) ⋯ M_K(h_K) = Σ h_1[i_1] ⋯ h_K[i_K] M_(1 i_1) ⋯ M_(K i_K), where the products of the h are
the entries of h_1 ⊗ … ⊗ h_K: let 𝒜 send the unit tensor at (i_1, …, i_K) to the product of the M_(k i_k). Now 𝒜(P) =
𝒜(P′) says that P − P′ is in the kernel of 𝒜. So P = h_1 ⊗ … ⊗ h_K is determined by the product, for all h_1, …, h_K,
if and only if the kernel has no element besides 0 that is a difference of two tensors of rank at most one. In a tensor
P ≠ 0 the vectors are determined up to factors with the product one.

**Established here.** M_1(h_1) ⋯ M_K(h_K) x is the matrix 𝒜(h_1 ⊗ … ⊗ h_K) times x, as polynomials in x and all h_k,
over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** How stable it is to find the h_k.

**See also** `depth/structured_product_exchange`, and `depth/structured_product_determined`.
"""

from math import prod
from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.laws.arrays import Array
from algebra_tnn.models.structured import StructuredProduct
from algebra_tnn.provers.dimensions.identities import identity


def filters(columns: int) -> list[list[list[int]]]:
    """The filter of length 2 in each column of a matrix."""
    return [[[int(i == j + p) for j in range(columns)] for i in range(columns + 1)] for p in range(2)]


FREE = [[[int((i, j) == place) for j in range(2)] for i in range(2)] for place in ((0, 0), (0, 1), (1, 0), (1, 1))]
INSTANCE = StructuredProduct([filters(2), filters(1)])
INSTANCES = [INSTANCE, StructuredProduct([filters(3), filters(2), filters(1)]), StructuredProduct([FREE, FREE, FREE])]


def units(shape: list[int]) -> Any:
    """For each index of a tensor, in nested lists, the unit vector of its place, row-major."""
    size = prod(shape)
    vectors = [[int(place == k) for place in range(size)] for k in range(size)]
    return Array((*shape, size), tuple(x for vector in vectors for x in vector)).nested()


def difference(network: StructuredProduct) -> Law:
    """c times (the network − the lifting times x)."""
    letters, columns = "abd"[: len(network.factors)], network.inputs["x"][0]
    entries = units([len(network.lifting) // columns, columns])
    terms = units([array.shape[0] for array in network.factors])

    def forward(x: Any, c: Any, **h: Any) -> Any:
        tensor = einsum(",".join(letters) + f"->{letters}", *h.values())
        matrix = einsum(f"ije,es,{letters}s,{letters}->ij", entries, network.lifting, terms, tensor)
        return c * (network.forward(x, **h) - matrix @ x)

    return Law.trace(forward, {**network.inputs, **network.parameters}, {"c": ()})


def proof(instance: StructuredProduct = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0), by=identity)
