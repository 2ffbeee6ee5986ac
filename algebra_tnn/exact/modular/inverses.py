"""Inverses modulo a prime by exchange steps on a table of centred residues, blocked by halving the columns."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.blas import Doubles, one_thread_per_caller
from algebra_tnn.exact.modular.centred import longest_sum, reduce_in_place, reduced

_NARROW = 16  # columns that are exchanged one by one; each takes a few passes over the narrow table


def inverse(matrix: Doubles, p: int) -> Doubles:
    """The inverse modulo p of a square matrix of centred residues.

    The table of y = S x says how each y depends on the x. An exchange step on the row r and the column c solves the
    equation of y_r for x_c and puts that into the others; after n steps the table is the inverse, up to the order of
    its rows and columns. Steps on half of the columns act on the other half by one matrix product.

    Shapes: n × n. Domain: p < 2^23. Cost: 2 n³ operations in matrix products.
    Raises: ZeroDivisionError if the matrix is singular modulo p.

    >>> inverse(np.array([[0, 2], [3, 1]], dtype=np.float64), 7)
    array([[ 1., -2.],
           [-3.,  0.]])
    """
    table = np.array(matrix, dtype=np.float64, order="C")
    with one_thread_per_caller(0):
        rows = _exchange(table, np.ones(len(table), dtype=np.bool_), p)
    result = np.empty_like(table)
    result[:, rows] = table[rows]
    return result


def _exchange(table: Doubles, free: NDArray[np.bool_], p: int) -> list[int]:
    """Exchanges all columns, in place, against rows that are still free; the rows in the order of their columns."""
    width = table.shape[1]
    if width <= _NARROW:
        return [_exchange_one(table, column, free, p) for column in range(width)]
    left, right = table[:, : width // 2], table[:, width // 2 :]
    first = _exchange(left, free, p)
    _follow(right, left, first, p)
    second = _exchange(right, free, p)
    _follow(left, right, second, p)
    return first + second


def _follow(table: Doubles, exchanged: Doubles, rows: list[int], p: int) -> None:
    """What the steps on other columns do to these: their x are replaced by what they became, in y and other x."""
    solved = table[rows]
    table[rows] = 0
    step = longest_sum(p)
    for start in range(0, len(rows), step):
        table -= exchanged[:, start : start + step] @ solved[start : start + step]
        reduce_in_place(table, p)


def _exchange_one(table: Doubles, column: int, free: NDArray[np.bool_], p: int) -> int:
    candidates = np.flatnonzero(free & (table[:, column] != 0))
    if not candidates.size:
        raise ZeroDivisionError(f"the matrix is singular modulo {p}")
    row = int(candidates[0])
    free[row] = False
    pivot = pow(int(table[row, column]), -1, p)
    pivot -= p if 2 * pivot > p else 0
    multiples = reduced(table[:, column] * pivot, p)
    solved = table[row].copy()
    solved[column] = 0
    table[row] = 0
    multiples[row] = pivot
    table -= np.multiply.outer(multiples, solved)
    table[:, column] = multiples
    reduce_in_place(table, p)
    return row
