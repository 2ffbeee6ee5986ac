"""The rank of the Terracini matrix at random points of a product with a linear factor, by its Kronecker structure.

Let X be the Segre product of K^n with a cone Y, its points a ⊗ y. The tangent space at a_i ⊗ y_i is the sum of
K^n ⊗ y_i and a_i ⊗ T_i, where T_i together with y_i spans the tangent space of Y at y_i.

1. The rows K^n ⊗ y_i of all points form I_n ⊗ K, where K has the rows y_i. So K is eliminated once instead of n times,
   and T_i is taken modulo the row space of K: the matrices Z_i remain, in the rows a_i ⊗ Z_i.
2. The rank does not change if g ∈ GL(n) acts on all a_i. Generic a₁, …, a_n are a basis, so they may be taken as the
   unit vectors; the others are then generic as before. The rows e_i ⊗ Z_i lie in the i-th of n slices, so each slice
   is eliminated alone.
3. What remains are the rows a_s ⊗ Z_s for s > n, where slice i of a_s ⊗ Z_s, the matrix a_s[i] · Z_s, is taken modulo
   the row space of Z_i: (r − n) · (dim Y − 1) rows.

Nothing is lost: the points are as random as those of the whole matrix, up to the action of a group.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from algebra_tnn.exact.modular.blas import Doubles, one_thread_per_caller
from algebra_tnn.exact.modular.centred import ResidueMatrix, reduce_in_place
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.exact.modular.schur import RowSpace, row_space, row_spaces
from algebra_tnn.varieties.segre_veronese import SegreVeronese
from algebra_tnn.varieties.variety import nonzero_residues

_AT_ONCE = 1 << 21  # entries of tangent vectors that exist at the same time
_SPARE = 8  # points more than the dimension of the space that they span, all but surely


@dataclass(frozen=True, slots=True)
class LinearFactor:
    """X = K^n × Y, as a product of cones."""

    n: int
    Y: SegreVeronese


def has_linear_factor(variety: SegreVeronese) -> bool:
    """Whether the variety is a product of K^n and another one."""
    return len(variety.shape) > 1 and 1 in variety.degrees


def linear_factor(variety: SegreVeronese) -> LinearFactor:
    """The largest factor of degree one, and the product of the others. Raises: ValueError if there is none."""
    if not has_linear_factor(variety):
        raise ValueError(f"{variety.name} is no product with a factor of degree 1; eliminate its matrix as a whole")
    n, chosen = max((n, f) for f, (n, d) in enumerate(zip(variety.shape, variety.degrees, strict=True)) if d == 1)
    shape, degrees = ((*sizes[:chosen], *sizes[chosen + 1 :]) for sizes in (variety.shape, variety.degrees))
    return LinearFactor(n, SegreVeronese(shape, degrees))


def remaining_size(variety: SegreVeronese, r: int) -> int:
    """The number of rows or of columns, whichever is smaller, of the dense matrix that remains at the end."""
    split = linear_factor(variety)
    n, m = split.n, split.Y.dimension - 1
    return max(0, min((r - n) * m, n * (split.Y.ambient - r - m)))


def kronecker_schur_rank(
    variety: SegreVeronese, r: int, *, modulus: int, rng: np.random.Generator, workers: int | None = None
) -> int:
    """The rank modulo p of the Terracini matrix at r random points, or at fewer if those already fill the space.

    Cost: (2/3) s³ operations with s = min((r − n)(dim Y − 1), n (ambient Y − r − dim Y + 1)), which is about half of
    the rows of the whole matrix for cubes at the generic rank.
    """
    with one_thread_per_caller(0):
        rank, rest = _eliminated(variety, r, modulus, rng)
    return rank + rank_profile(ResidueMatrix(rest, modulus), workers=workers).rank


def _eliminated(variety: SegreVeronese, r: int, p: int, rng: np.random.Generator) -> tuple[int, Doubles]:
    """(rank, rest): what steps 1 and 2 find, and the matrix that remains."""
    split = linear_factor(variety)
    n, Y = split.n, split.Y
    y = Y.random_points(min(r, Y.ambient + _SPARE), rng, p)
    span = row_space(Y.coordinates(y, p), p)
    if not len(span.free):
        return variety.ambient, np.empty((0, 0))
    Z = _tangents_modulo(Y, y, span, p)
    slices = row_spaces(Z[:n], p)
    rank = n * span.rank + sum(part.rank for part in slices)
    Z = Z[n:]
    a = nonzero_residues((len(Z), n), rng, p)
    rest = np.empty((*Z.shape[:2], sum(len(part.free) for part in slices)))
    start = 0
    for i, part in enumerate(slices):
        columns = rest[:, :, start : start + len(part.free)]
        np.multiply(part.modulo(Z), a[:, i, np.newaxis, np.newaxis], out=columns)
        reduce_in_place(columns, p)
        start += len(part.free)
    return rank, rest.reshape(len(Z) * Z.shape[1], start)


def _tangents_modulo(Y: SegreVeronese, y: tuple[Doubles, ...], span: RowSpace, p: int) -> Doubles:
    """Tangent vectors of Y that span the tangent spaces together with the points, modulo the span of all points.

    Shape: (points, dim Y − 1, ambient Y − rank of the span).
    """
    points, m = len(y[0]), Y.dimension - 1
    result = np.empty((points, m, len(span.free)))
    several = max(1, _AT_ONCE // (Y.dimension * Y.ambient))
    for start in range(0, points, several):
        part = tuple(vectors[start : start + several] for vectors in y)
        rows = Y.tangent_rows(part, p)
        result[start : start + several] = span.modulo(rows[:, 1:])  # Euler's relation of the first factor gives row 0
    return result
