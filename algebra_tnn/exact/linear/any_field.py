"""Linear algebra over any field whose elements know + − · / and whether they are zero: number fields, above all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def echelon_rows(matrix: Sequence[Sequence[Any]]) -> tuple[list[int], list[list[Any]]]:
    """The pivots and the nonzero rows of the reduced row echelon form.

    Cost: r · rows · columns operations of the field. For Q and GF(p) ``reduced_echelon`` is far faster.

    >>> from fractions import Fraction
    >>> echelon_rows([[Fraction(2), Fraction(4)], [Fraction(1), Fraction(2)]])
    ([0], [[Fraction(1, 1), Fraction(2, 1)]])
    """
    rows = [list(row) for row in matrix]
    pivots: list[int] = []
    for j in range(len(rows[0])):
        r = len(pivots)
        found = next((i for i in range(r, len(rows)) if rows[i][j]), None)
        if found is None:
            continue
        rows[r], rows[found] = rows[found], rows[r]
        lead = rows[r][j]
        rows[r] = [x / lead for x in rows[r]]
        for i, row in enumerate(rows):
            if i != r and row[j]:
                factor = row[j]
                rows[i] = [x - factor * y for x, y in zip(row, rows[r], strict=True)]
        pivots.append(j)
    return pivots, rows[: len(pivots)]


def columns_and_rows(matrix: Sequence[Sequence[Any]]) -> tuple[list[list[Any]], list[list[Any]]]:
    """(L, R) with matrix = L · R and as many columns of L as the rank; L consists of columns of the matrix."""
    pivots, rows = echelon_rows(matrix)
    return [[row[j] for j in pivots] for row in matrix], rows
