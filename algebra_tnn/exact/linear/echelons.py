"""Reduced row echelon forms over Q and GF(p), as integers over one denominator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np

from algebra_tnn.exact.fields import Field
from algebra_tnn.exact.linear.digits import Integers, largest_absolute
from algebra_tnn.exact.linear.lifting import is_liftable, lifted_solution
from algebra_tnn.exact.linear.minors import flint_matrix, modular
from algebra_tnn.exact.modular.centred import residues
from algebra_tnn.exact.modular.rank_profiles import RankProfile, rank_profile
from algebra_tnn.exact.primes import prime
from algebra_tnn.exact.scalars import Number

SMALL = 64  # up to so many rows or columns FLINT's elimination over Z is faster than lifting
TINY = 16  # up to so many it is faster than an elimination modulo a prime


@dataclass(frozen=True, slots=True)
class Echelon:
    """The nonzero rows of a reduced row echelon form: the identity on the pivot columns, entries / denominator on the
    others, which are called free.
    """

    pivots: list[int]
    free: list[int]
    entries: list[list[int]]  # one row per pivot, one entry per free column
    denominator: int

    def column(self, j: int) -> list[Number]:
        """The entries of the j-th free column."""
        d = self.denominator
        return [x if d == 1 else _quotient(x, d) for x in (row[j] for row in self.entries)]

    def rows(self) -> list[list[Number]]:
        width = len(self.pivots) + len(self.free)
        found: list[list[Number]] = [[0] * width for _ in self.pivots]
        for i, pivot in enumerate(self.pivots):
            found[i][pivot] = 1
        for j, free in enumerate(self.free):
            for row, x in zip(found, self.column(j), strict=True):
                row[free] = x
        return found


def _quotient(x: int, d: int) -> Number:
    quotient = Fraction(x, d)
    return quotient.numerator if quotient.denominator == 1 else quotient


def reduced_echelon(matrix: Sequence[Sequence[Number]], field: Field) -> Echelon:
    """The reduced row echelon form over the field.

    Over Q large matrices are eliminated modulo a prime, which finds the pivots and shows them to be independent; the
    other columns are solved for by lifting, and multiplied out over Z. If they are combinations of the pivots before
    them, then the form is the one over Q. Otherwise the prime was unlucky, and FLINT eliminates over Z.
    Cost: 4 r² k operations in matrix products per 20 bits of the result, for rank r and k free columns.
    """
    if field.is_finite:
        p = prime(field.characteristic)
        return _read(*modular(residues(matrix, p), p).rref(), 1)
    rows = integral(matrix)
    if min(rows.shape) > SMALL:
        found = _lifted_echelon(rows)
        if found is not None:
            return found
    echelon, denominator, rank = flint_matrix(rows).rref()
    return _read(echelon, rank, int(denominator))


def _read(matrix: Any, rank: int, denominator: int) -> Echelon:
    """From FLINT's form, which is over GF(p), or over Z and to be divided by the denominator."""
    leading: list[int] = []
    free: list[int] = []
    for j in range(matrix.ncols()):
        (leading if len(leading) < rank and matrix[len(leading), j] != 0 else free).append(j)
    sign = 1 if denominator > 0 else -1
    entries = [[sign * int(matrix[i, j]) for j in free] for i in range(rank)]
    return Echelon(leading, free, entries, sign * denominator)


def _lifted_echelon(matrix: Integers) -> Echelon | None:
    """The form over Q, or None if the prime is unlucky or the entries are too long."""
    profile = rank_profile(matrix.T)
    leading = list(profile.rows)  # the first independent columns
    free = np.setdiff1d(np.arange(matrix.shape[1]), leading).tolist()
    if not free:
        return Echelon(leading, [], [[] for _ in leading], 1)
    if not leading:
        return None if matrix.any() else Echelon([], free, [], 1)
    A, B = matrix[:, leading], matrix[:, free]
    found = lifted_solution(A, B, profile.columns) if is_liftable(A, B) else None
    if found is None:
        return None
    for pivot, row in zip(leading, found.numerators, strict=True):
        if any(x and j < pivot for x, j in zip(row, free, strict=True)):
            return None
    return Echelon(leading, free, found.numerators, found.denominator)


def exact_rank(matrix: Sequence[Sequence[Number]]) -> int:
    """The rank over Q: an invertible minor modulo a prime from below, relations over Z from above."""
    rows = integral(matrix)
    if min(rows.shape) > TINY:
        profile = rank_profile(rows)
        if profile.rank == min(rows.shape) or (min(rows.shape) > SMALL and _is_at_most(rows, profile)):
            return profile.rank
    return int(flint_matrix(rows).rank())


def _is_at_most(matrix: Integers, profile: RankProfile) -> bool:
    """Whether the other columns, or the other rows if they are fewer, are combinations of those of the profile."""
    rows, columns = list(profile.rows), list(profile.columns)
    if len(matrix) < matrix.shape[1]:
        matrix, rows, columns = matrix.T, columns, rows
    others = np.setdiff1d(np.arange(matrix.shape[1]), columns)
    if not columns:
        return not matrix.any()
    A, B = matrix[:, columns], matrix[:, others]
    return is_liftable(A, B) and lifted_solution(A, B, rows) is not None


def integral(matrix: Sequence[Sequence[Number]]) -> Integers:
    """Each row times the least common denominator of its entries, in int64 or, if they are long, Python's integers."""
    rows = []
    for row in matrix:
        scale = 1 if set(map(type, row)) <= {int} else lcm(*(x.denominator for x in row))
        rows.append(list(row) if scale == 1 else [int(x * scale) for x in row])
    shape = (len(rows), len(rows[0]) if rows else 0)
    try:
        short = np.array(rows, dtype=np.int64).reshape(shape)
        if largest_absolute(short) < 2**62:
            return short
    except OverflowError:
        pass
    return np.array(rows, dtype=np.object_).reshape(shape)
