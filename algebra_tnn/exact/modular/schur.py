"""Row spaces modulo p and rows modulo a row space: the steps of an elimination that follows the structure of a matrix.

A matrix [B; G] has rank rank(B) + rank(G modulo the row space of B). Modulo the row space of B a row is told by its
free coordinates: write B in reduced echelon form, [I | R] up to the order of columns; then a row (g_pivots, g_free) is
congruent to (0, g_free − g_pivots · R). For a square B of full rank this is the Schur complement without columns; in
general it is the Schur complement of the pivots, and no row of G needs to be there when B is eliminated.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.blas import Doubles, one_thread_per_caller
from algebra_tnn.exact.modular.centred import longest_sum, reduce_in_place

_FEW = 8  # rows that are eliminated one by one


@dataclass(frozen=True, slots=True, eq=False)
class RowSpace:
    """The row space of a matrix modulo p: the vectors x with x_free = x_pivots · R.

    Shapes: ``R`` is rank × (columns − rank); its rows are in the order of ``pivots``. The rows of the matrix with these
    numbers are independent, and have an invertible minor in the columns ``pivots``.
    """

    rows: NDArray[np.intp]
    pivots: NDArray[np.intp]
    free: NDArray[np.intp]
    R: Doubles
    modulus: int

    @property
    def rank(self) -> int:
        return len(self.pivots)

    def modulo(self, rows: Doubles) -> Doubles:
        """The rows modulo this space, by their free coordinates. Shapes: (…, columns) gives (…, columns − rank)."""
        result = np.take(rows, self.free, axis=-1)
        if result.size and self.rank:
            _subtract_product(result, np.take(rows, self.pivots, axis=-1), self.R, self.modulus)
        return result


def row_spaces(stack: Doubles, modulus: int) -> list[RowSpace]:
    """The row spaces of a stack of equally large matrices of centred residues.

    Shapes: (count, rows, columns). The matrices are eliminated together, so that many small ones cost no more than
    their arithmetic. Rows that depend on those above are dropped, and no pivot is ever missed: it is the first
    nonzero entry of its row.
    Cost: 2 · rows² · columns operations per matrix, nearly all in matrix products.

    >>> [space] = row_spaces(np.array([[[1.0, 2, 0], [2, 4, 0], [0, 0, 3]]]), 7)
    >>> space.rows, space.pivots, space.free, space.modulo(np.array([[1.0, 0, 1]]))
    (array([0, 2]), array([0, 2]), array([1]), array([[-2.]]))
    """
    echelon = np.array(stack, dtype=np.float64, order="C")
    with one_thread_per_caller(0):
        columns, nonzero = _eliminate(echelon, modulus)
    width = echelon.shape[2]
    spaces = []
    for matrix, chosen, found in zip(echelon, columns, nonzero, strict=True):
        pivots = chosen[found]
        is_free = np.ones(width, dtype=np.bool_)
        is_free[pivots] = False
        free = np.flatnonzero(is_free)
        spaces.append(RowSpace(np.flatnonzero(found), pivots, free, matrix[np.ix_(found, free)], modulus))
    return spaces


def row_space(matrix: Doubles, modulus: int) -> RowSpace:
    """The row space of one matrix of centred residues."""
    return row_spaces(matrix[np.newaxis], modulus)[0]


def _eliminate(stack: Doubles, p: int) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Brings the matrices to reduced echelon form up to the order of rows, in place.

    Returns the pivot column of each row and whether the row is nonzero at all, both of shape (count, rows).
    The upper half clears its pivots below, the lower half then clears its own above: all of it by products.
    """
    if stack.shape[1] <= _FEW:
        return _eliminate_one_by_one(stack, p)
    half = stack.shape[1] // 2
    above, below = stack[:, :half], stack[:, half:]
    upper, upper_found = _eliminate(above, p)
    _subtract_product(below, np.take_along_axis(below, upper[:, np.newaxis], axis=2), above, p)
    lower, lower_found = _eliminate(below, p)
    _subtract_product(above, np.take_along_axis(above, lower[:, np.newaxis], axis=2), below, p)
    return np.concatenate([upper, lower], axis=1), np.concatenate([upper_found, lower_found], axis=1)


def _eliminate_one_by_one(stack: Doubles, p: int) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """The same for few rows: reduction waits until a row is used, since few products are added to an entry."""
    count, height, width = stack.shape
    each = np.arange(count)
    columns = np.zeros((count, height), dtype=np.intp)
    found = np.zeros((count, height), dtype=np.bool_)
    for i in range(height if width else 0):
        row = stack[:, i].copy()
        reduce_in_place(row, p)
        column = (row != 0).argmax(axis=1)  # column 0 of a zero row: it then clears nothing
        leading = row[each, column]
        row *= _inverses(leading, p)[:, np.newaxis]
        reduce_in_place(row, p)
        multiples = stack[each, :, column]
        reduce_in_place(multiples, p)
        stack -= multiples[:, :, np.newaxis] * row[:, np.newaxis, :]
        stack[:, i] = row
        columns[:, i], found[:, i] = column, leading != 0
    reduce_in_place(stack, p)
    return columns, found


def _inverses(residues: Doubles, p: int) -> Doubles:
    """The inverses modulo p, and 0 for 0."""
    inverses = np.array([pow(int(x), -1, p) if x else 0 for x in residues], dtype=np.float64)
    reduce_in_place(inverses, p)
    return inverses


def _subtract_product(target: Doubles, A: Doubles, B: Doubles, p: int) -> None:
    """target −= A · B modulo p, in place, in parts so short that all sums are exact."""
    limit = longest_sum(p)
    for start in range(0, A.shape[-1], limit):
        part = slice(start, start + limit)
        target -= A[..., part] @ B[..., part, :]
        reduce_in_place(target, p)


__all__ = ["RowSpace", "row_space", "row_spaces"]
