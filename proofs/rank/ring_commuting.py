"""A ring with modes 7, 8, 9, 8 and bonds 3: rank 61 where the cut is 63.

**Instance.** The flattening at the second and fourth mode of the ring whose second and fourth node span the traceless
3×3 matrices, the third all matrices, and the first those orthogonal to the unit matrix and to diag(0, 1, 2).

**Proof.** Let the modes of a ring of four nodes have the sizes r² − 2, r² − 1, r², r² − 1. The gauge makes the second
and fourth space, of general nodes, the traceless matrices, and then acts on the pencil of matrices that are orthogonal
to the first by M ↦ g M h⁻¹ with any g and h: over the algebraic closure it becomes diagonal. For r ≤ 3 there is only
one such pencil up to a basis of it, since a Möbius transformation moves three points to any others. The vectors K_y =
Σ_(a≠b) (y_b − y_a) E_ab ⊗ E_ba lie in the product of the first and the third space, for every diagonal matrix y, and
Σ_ab (y_b − y_a) X_bb Y_aa = tr(yX) tr(Y) − tr(X) tr(yY) = 0 for traceless X and Y. So the rank is at most r² (r² − 2) −
(r − 1).

In general let M_i be matrices orthogonal to the first, and N_j to the third space. The kernel consists of the pairs (Z,
W) with M_i Z = W M_i and N_j W = Z N_j, endomorphisms of general representations of a quiver, up to multiples of (1,
1). For two matrices M_i, or one M and one N, there are r dimensions of them; for three matrices only the multiples of
(1, 1).

**Established here.** The rank is 61, from both sides, over Q and every extension; in the wide run for r = 2 it is 7,
where the cut is 8.

**Taken on trust.** Nothing.

**Not claimed.** That the certificate knows of general nodes: that is the normal form, which is in the proof above.

**See also** `rank/ring_traceless`, where M and N are one matrix each, `rank/ring_seven` and `rank/ring_full`.
"""

from itertools import product
from typing import TypeAlias

from algebra_tnn import Tensor, TensorRankBetween, Verdict, verify

Matrix: TypeAlias = list[list[int]]
INSTANCE = 3
INSTANCES = [INSTANCE, 2]


def diagonal(entries: list[int]) -> Matrix:
    return [[x * int(i == j) for j in range(len(entries))] for i, x in enumerate(entries)]


def unit(r: int, a: int, b: int) -> Matrix:
    return [[int((i, j) == (a, b)) for j in range(r)] for i in range(r)]


def spaces(r: int) -> list[list[Matrix]]:
    """Bases of those of the four nodes; (…, 1, −2, 1, …) is orthogonal to constant and to linear sequences."""
    off = [unit(r, a, b) for a, b in product(range(r), repeat=2) if a != b]
    first = [diagonal([int(i in (a, a + 2)) - 2 * int(i == a + 1) for i in range(r)]) for a in range(r - 2)]
    traceless = [diagonal([int(i == a) - int(i == a + 1) for i in range(r)]) for a in range(r - 1)]
    return [off + first, off + traceless, off + [unit(r, a, a) for a in range(r)], off + traceless]


def trace(A: Matrix, B: Matrix, C: Matrix, D: Matrix) -> int:
    """Of the product."""
    places = range(len(A))
    AB, CD = ([[sum(X[i][k] * Y[k][j] for k in places) for j in places] for i in places] for X, Y in ((A, B), (C, D)))
    return sum(AB[i][j] * CD[j][i] for i in places for j in places)


def flattening(r: int) -> Tensor:
    """A row for each pair of matrices of the second and fourth node."""
    A, B, C, D = spaces(r)
    return Tensor.from_nested([[trace(X, P, Y, Q) for X in A for Y in C] for P in B for Q in D])


def proof(instance: int = INSTANCE) -> Verdict:
    r = instance
    rank = r * r * (r * r - 2) - (r - 1)
    return verify(TensorRankBetween(flattening(r), rank, rank))
