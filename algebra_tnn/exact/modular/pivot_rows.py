"""Pivots of a few rows modulo p: the rows that are no combination of those above, in reduced echelon form.

Rows keep their order and columns give way. The pivots of b rows are sought in a window of about b columns; most often
the first b columns will do. A row that vanishes in the window, once the pivot rows above it have been subtracted, is
put aside. The pivot rows are independent in the window, where the rows put aside vanish; so a pivot row depends on no
rows above it, and a row put aside depends on the rows above it iff its remainder depends on the remainders above.
Hence the rows put aside go on among themselves, to a window in which they do not vanish.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.blas import Doubles, subtract_product
from algebra_tnn.exact.modular.centred import product, reduce_in_place
from algebra_tnn.exact.modular.windows import Indices, inverse, invertible_minor


@dataclass(frozen=True, slots=True, eq=False)
class PivotRows:
    """k rows in reduced echelon form: after the columns are exchanged, k columns of the identity, then ``right``."""

    rows: Indices  # where they stand in the matrix
    start: int  # of the k pivot columns; there are pivots of earlier rows, and zeros, on the left
    right: Doubles
    into: Indices  # columns that receive others, in an exchange that brings the pivot columns to their place
    out_of: Indices

    @property
    def end(self) -> int:
        return self.start + len(self.rows)

    def exchange_columns(self, array: NDArray[Any]) -> None:
        """On the last axis."""
        if len(self.into):
            array[..., self.into] = array[..., self.out_of]

    def subtract_from(self, S: Doubles, p: int) -> None:
        """Clears the pivot columns of other rows: on the right the entries become integers that are not yet reduced.

        The pivot columns themselves, and those on their left, are not looked at any more and not overwritten by zeros.
        """
        self.exchange_columns(S)
        coefficients = S[:, self.start : self.end]
        reduce_in_place(coefficients, p)
        affected = np.flatnonzero(coefficients.any(axis=1))
        if len(affected):  # in block-structured matrices a few rows, or none
            rows = slice(affected[0], affected[-1] + 1)
            subtract_product(S[rows, self.end :], coefficients[rows], self.right)


def pivot_rows(V: Doubles, first: int, start: int, p: int, rng: np.random.Generator) -> PivotRows:
    """The pivot rows of V, whose rows and columns count from ``first`` and ``start`` in a larger matrix.

    Args: V: b×n, residues; rng: draws columns for the second and later windows.
    Cost: 2b²n operations where the first window is invertible, three times that and more where it is not.
    """
    b, n = V.shape
    T = inverse(V[:, :b], p) if b <= n else None
    if T is not None:
        nothing = np.empty(0, dtype=np.intp)
        return PivotRows(np.arange(first, first + b), start, product(T, V[:, b:], p), nothing, nothing)
    rows, order, E = _echelon(V, p, rng)
    moved = np.flatnonzero(order != np.arange(n))
    return PivotRows(first + rows, start, E[:, len(rows) :].copy(), start + moved, start + order[moved])


def _echelon(V: Doubles, p: int, rng: np.random.Generator) -> tuple[Indices, Indices, Doubles]:
    """(rows, order, E): the pivot rows of V span the row space of V, and E is its reduced echelon basis.

    E has the columns of V in the given order, pivots first; so E[:, k:] is what counts, for k pivots.
    """
    b, n = V.shape
    aside, rest, order = np.arange(b), V.copy(), np.arange(n)
    rows, E, k = np.empty(0, dtype=np.intp), np.empty((min(b, n), n)), 0
    window = np.arange(min(b, n))
    while len(window):
        found, columns, T = invertible_minor(rest[:, window], p)
        new = slice(k, k + len(found))
        into, out_of = _exchange(np.arange(n)[new], window[columns])
        arrays: list[NDArray[Any]] = [order, E[:k], rest]
        for array in arrays:
            array[..., into] = array[..., out_of]
        E[new] = product(T, rest[found], p)
        rows, aside, rest = np.append(rows, aside[found]), np.delete(aside, found), np.delete(rest, found, axis=0)
        for others in (E[:k], rest):
            subtract_product(others, others[:, new].copy(), E[new])
            reduce_in_place(others, p)
        k = new.stop
        nonzero = rest.any(axis=1)
        aside, rest = aside[nonzero], rest[nonzero]
        window = _window(rest, rng)
    return rows, order, E[:k]


def _exchange(places: Indices, columns: Indices) -> tuple[Indices, Indices]:
    """(into, out_of): the given columns go to the given places, and the columns there to where those came from."""
    displaced, left = np.setdiff1d(places, columns), np.setdiff1d(columns, places)
    return np.concatenate([places, left]), np.concatenate([columns, displaced])


def _window(rows: Doubles, rng: np.random.Generator) -> Indices:
    """For each row two random columns in which it is not zero: even alike or triangular rows meet different columns."""
    nonzero = [np.flatnonzero(row) for row in rows]
    return np.unique([columns[rng.integers(len(columns), size=2)] for columns in nonzero]).astype(np.intp)
