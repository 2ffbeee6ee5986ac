"""How far a narrow circuit stays away from the extremal deep one: squares of singular values, exactly.

**Instance.** n×n matrices U Vᵀ of rank at most Z against D = diag(s_0, …, s_(n−1)), for n = 4 and Z = 1; in `INSTANCES`
also Z = 2 and 3.

**Proof.** Over R every matrix of rank at most Z is U Vᵀ for an n×Z matrix U with UᵀU = 1. As polynomials,

    ‖U Vᵀ − D‖² = ‖D‖² − ‖UᵀD‖² + ‖V − DᵀU‖² + tr((UᵀU − 1) VᵀV),

where ‖·‖² is the sum of the squares of the entries. So the squared distance is at least ‖D‖² − ‖UᵀD‖² = Σ s_i² (1 −
|u_i|²), u_i the rows of U. These have 0 ≤ |u_i|² ≤ 1 and Σ |u_i|² = Z, so it is at least the sum of the n − Z least
s_i²: the theorem of Eckart and Young, with squares. It is attained by the first Z unit vectors as U, and V = DᵀU: D
without its least entries.

The grid tensor of the extremal deep circuit has at every other input the identity of size n = M^(N/2), and a shallow
circuit of width Z a matrix of rank at most Z there. So its grid tensor is at a distance of at least √(n − Z), and no
narrower circuit comes closer than that, whatever its weights.

**Established here.** The identity, as polynomials in U, V and s, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** Other norms, or matrices that are no partial isometries but for diagonal ones; every matrix is one up
to rotations of rows and columns, which change no distances.

**See also** `depth/inapproximable_unsquared`.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.laws import einsum

INSTANCE = (4, 1)
INSTANCES = [INSTANCE, (4, 2), (4, 3)]


def norm(X: Any) -> Any:
    """The sum of the squares of the entries of a matrix."""
    return einsum("ij,ij->", X, X)


def difference(n: int, Z: int) -> Law:
    """c times the left minus the right hand side."""
    unit = [[int(i == j) for j in range(Z)] for i in range(Z)]
    diagonal = [[[int(i == j == k) for k in range(n)] for j in range(n)] for i in range(n)]

    def forward(U: Any, V: Any, s: Any, c: Any) -> Any:
        D = einsum("ijk,k->ij", diagonal, s)
        below = norm(D) - norm(einsum("iz,ij->zj", U, D)) + norm(V - einsum("ij,iz->jz", D, U))
        orthogonal = einsum("iy,iz->yz", U, U) - unit
        correction = einsum("yz,iz,iy->", orthogonal, V, V)
        return c * (norm(einsum("iz,jz->ij", U, V) - D) - below - correction)

    return Law.trace(forward, {"U": (n, Z), "V": (n, Z), "s": (n,)}, {"c": ()})


def proof(instance: tuple[int, int] = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(*instance), 0))
