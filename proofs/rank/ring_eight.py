"""A ring with four modes of size 3 and bonds of size 2: rank 8 where the cut is 9.

**Limits** `rank/min_cut_attained`.

**Instance.** The functions (h, M(h) v), where M(h) is the flattening at the first and third mode of the ring whose
nodes span, three times, the symmetric 2×2 matrices and, once, the matrices with the entries h₀ and h₁ of the
antidiagonal in a fixed proportion.

**Proof.** The rank depends only on the spaces U_A, … of matrices that the nodes A, B, C, D span, up to the gauge
A ↦ g₀ A g₁^(−1), …; each is the space orthogonal to a matrix. For general nodes over an algebraically closed field g₁
and g₃ make those of A and C skew, so that U_A and U_C are the symmetric matrices. What is left of the gauge, g₀ and g₂,
acts on the pair of matrices (b, dᵀ) that belong to B and D as on a pencil, and makes both antidiagonal; a scaling makes
U_B symmetric. For symmetric A and C, tr(A E₁₁ C E₂₂) = a₁₂ c₁₂ = tr(A E₂₂ C E₁₁): E₁₁ ⊗ E₂₂ − E₂₂ ⊗ E₁₁ in U_B ⊗ U_D is
in the kernel of the flattening, whatever h is. So the rank is at most 8, where the least cut is 9.

**Established here.** That the dimension of (h, M(h) v) is at least 2 + 9 is refuted, over Q and every extension. Only
the hypothesis that all sizes are powers of one integer fails.

**Taken on trust.** Nothing.

**Not claimed.** That the certificate knows of general nodes: that is the normal form, which is in the proof above.

**See also** `rank/ring_seven`.
"""

from typing import Any

from algebra_tnn import DimensionAtLeast, Law, Verdict, verify
from algebra_tnn.laws import einsum
from algebra_tnn.tensors.formats import RingFormat

FORMAT = RingFormat((3, 3, 3, 3), 2)
MODES = (0, 2)
SYMMETRIC = [[[1, 0], [0, 0]], [[0, 1], [1, 0]], [[0, 0], [0, 1]]]
DIAGONAL = [[[1, 0], [0, 0]], [[0, 0], [0, 0]], [[0, 0], [0, 1]]]
ANTIDIAGONAL = [[[[0, 0], [0, 0]], [[0, int(p == 0)], [int(p == 1), 0]], [[0, 0], [0, 0]]] for p in (0, 1)]
PAIRS = [[[int(3 * j + k == place) for k in range(3)] for j in range(3)] for place in range(9)]


def flattened(h: Any, v: Any, w: Any, z: Any) -> Any:
    """⟨w, M(h) v⟩ + ⟨h, z⟩."""
    fourth = einsum("p,plab->lab", h, ANTIDIAGONAL) + DIAGONAL
    image = einsum("iab,jbc,kcd,lda,njl,n->ik", SYMMETRIC, SYMMETRIC, SYMMETRIC, fourth, PAIRS, v)
    return einsum("ik,ik->", image, w) + einsum("p,p->", h, z)


INSTANCE = Law.trace(flattened, {"w": (3, 3), "z": (2,)}, {"h": (2,), "v": (9,)})


def proof(instance: Law = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance, 2 + FORMAT.min_cut(MODES)))
