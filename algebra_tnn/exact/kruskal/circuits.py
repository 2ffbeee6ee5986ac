"""Circuits of the columns of a matrix: minimal dependent sets, exactly over the field, and what they connect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.fields import Field
from algebra_tnn.exact.linear.matrices import kernel, rank, rank_factorization
from algebra_tnn.exact.scalars import Matrix, Number


@dataclass(frozen=True, slots=True)
class Circuit:
    """Columns of which no proper subset is dependent, and their relation, unique up to a factor.

    In characteristic 0 the relation is of coprime integers, the first positive.
    """

    columns: tuple[int, ...]
    relation: tuple[Number, ...]


def selected(matrix: Matrix, columns: Sequence[int]) -> Matrix:
    """The matrix of these columns."""
    return tuple(tuple(row[j] for j in columns) for row in matrix)


def circuit(matrix: Matrix, over: Field, columns: Sequence[int]) -> Circuit | None:
    """A circuit among these columns; None if they are independent over the field.

    >>> circuit(((2, 4, 0, 1), (0, 6, 3, 1)), Field.named("Q"), (0, 1, 2))
    Circuit(columns=(0, 1, 2), relation=(2, -1, 2))
    """
    columns = tuple(int(j) for j in columns)
    vectors = kernel(selected(matrix, columns), over)
    if not vectors:
        return None
    vector = min(vectors, key=lambda v: sum(x != 0 for x in v))
    support = tuple(j for j, x in zip(columns, vector, strict=True) if x)
    if len(support) < len(columns):
        return circuit(matrix, over, support)
    if over.is_finite:
        return Circuit(columns, vector)
    divisor = gcd(*map(int, vector)) * (1 if vector[0] > 0 else -1)
    return Circuit(columns, tuple(int(x) // divisor for x in vector))


def short_circuit(matrix: Matrix, over: Field) -> Circuit | None:
    """A zero column, else two proportional columns, else None: normalized columns are compared."""
    seen: dict[tuple[Number, ...], int] = {}
    parallel: tuple[int, int] | None = None
    for j, column in enumerate(zip(*matrix, strict=True)):
        lead = next((x for x in column if x), None)
        if lead is None:
            return Circuit((j,), (1,))
        first = seen.setdefault(tuple(over.divided(x, lead) for x in column), j)
        if first < j and parallel is None:
            parallel = first, j
    return None if parallel is None else circuit(matrix, over, parallel)


@dataclass(frozen=True, slots=True)
class Components:
    """The connected components of the columns, without those columns that lie in no circuit.

    Every circuit lies in one component; any two columns of a component lie on a circuit together.
    """

    parts: tuple[tuple[int, ...], ...]
    smallest: tuple[int, ...]  # the smallest fundamental circuit; empty if all columns are independent

    @classmethod
    def of(cls, matrix: Matrix, over: Field) -> Components:
        """From the fundamental circuits of one basis. Cost: two exact eliminations.

        >>> Components.of(((1, 0, 0, 2, 0), (0, 1, 0, 0, 3), (0, 0, 1, 0, 0)), Field.named("Q"))
        Components(parts=((0, 3), (1, 4)), smallest=(0, 3))
        """
        if rank(matrix, over) == len(matrix[0]):
            return cls((), ())
        _, echelon = rank_factorization(matrix, over)
        pivots = [next(j for j, x in enumerate(row) if x) for row in echelon]
        parts: list[set[int]] = []
        smallest: set[int] = set()
        for j in sorted(set(range(len(matrix[0]))) - set(pivots)):
            support = {j, *(pivot for pivot, row in zip(pivots, echelon, strict=True) if row[j])}
            if not smallest or len(support) < len(smallest):
                smallest = support
            joined = support.union(*(part for part in parts if part & support))
            parts = [*(part for part in parts if not part & support), joined]
        return cls(tuple(sorted(tuple(sorted(part)) for part in parts)), tuple(sorted(smallest)))


def dependent_rows(stack: NDArray[np.int64], p: int) -> NDArray[np.bool_]:
    """Which matrices of a stack have dependent rows modulo a prime p < 2^31.

    Shapes: (matrices, rows, columns), residues; a truth value per matrix. All are eliminated at once, without division.

    >>> dependent_rows(np.array([[[1, 2], [3, 6]], [[1, 2], [3, 4]]]), 5)
    array([ True, False])
    """
    stack = stack.copy()
    dependent = np.zeros(len(stack), dtype=np.bool_)
    every = np.arange(len(stack))
    for i in range(stack.shape[1]):
        pivot = (stack[:, i] != 0).argmax(axis=1)
        lead = stack[every, i, pivot]  # 0 if the row has become zero
        dependent |= lead == 0
        below = stack[:, i + 1 :]
        factors = below[every, :, pivot]
        below[...] = (below * lead[:, None, None] - factors[:, :, None] * stack[:, i, None]) % p
    return dependent
