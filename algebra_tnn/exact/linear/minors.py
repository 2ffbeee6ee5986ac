"""Invertible minors with their inverses modulo a prime: the evidence that a rank is at least so much."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from flint import fmpz_mat, nmod_mat
from numpy.typing import NDArray

from algebra_tnn.exact.fields import Field, Q
from algebra_tnn.exact.linear.digits import Integers
from algebra_tnn.exact.modular import centred
from algebra_tnn.exact.modular.centred import LARGEST, PRIME, ResidueMatrix
from algebra_tnn.exact.modular.inverses import inverse
from algebra_tnn.exact.modular.rank_profiles import RankProfile, rank_profile
from algebra_tnn.exact.primes import prime
from algebra_tnn.exact.scalars import Matrix, Number

OTHER_MODULI = (2**31 - 19, 2**31 - 61, 2**61 - 1)  # primes for the rare matrix that loses rank modulo the first
SMALL = 48  # up to so many rows or columns FLINT is faster than arrays of doubles


def moduli(field: Field) -> tuple[int, ...]:
    """The primes that are tried for evidence."""
    return (field.characteristic,) if field.is_finite else (field.modulus, *OTHER_MODULI)


def modulus_for(matrices: Iterable[Sequence[Sequence[Number]]], field: Field) -> int:
    """A prime modulo which the entries can be read: p over GF(p), else one of a few, coprime to the denominators."""
    entries = [x.denominator for matrix in matrices for row in matrix for x in row]
    return next((p for p in moduli(field) if all(d % p for d in entries)), moduli(field)[-1])


def residues(matrix: Sequence[Sequence[Number]], n: int) -> list[list[int]]:
    """The matrix modulo n. Raises: ValueError if a denominator is no unit modulo n."""
    found: list[list[int]] = centred.residues(matrix, n).tolist()
    return found


@dataclass(frozen=True, slots=True)
class Minor:
    """A square submatrix and its inverse modulo ``modulus``: evidence that it is invertible."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    modulus: int
    inverse: Matrix

    def evidence(self) -> dict[str, Any]:
        return {
            "rows": list(self.rows),
            "columns": list(self.columns),
            "modulus": self.modulus,
            "inverse": [list(row) for row in self.inverse],
        }


def minor(matrix: Matrix, field: Field = Q, size: int | None = None) -> Minor | None:
    """An invertible minor of the given size (default: as large as one modulus shows), with its inverse; None if none.

    In characteristic 0 a few primes are tried: None means that the size was not reached modulo any of them. A large
    matrix is first tried modulo a prime below 2^20, which makes the work and the evidence short.
    Cost: an elimination of the matrix, and 2 r³ operations for the inverse of an r × r minor.

    >>> minor(((1, 2), (2, 4)), size=1)
    Minor(rows=(0,), columns=(0,), modulus=2147483647, inverse=((1,),))
    """
    is_large = min(len(matrix), len(matrix[0]) if matrix else 0) > SMALL
    for p in (PRIME, *moduli(field)) if is_large and not field.is_finite else moduli(field):
        try:
            entries = centred.residues(matrix, p)
        except ValueError:  # a denominator vanishes modulo p
            continue
        profile = rank_profile(entries, p)
        if size is None or profile.rank >= size:
            return _minor(entries, profile, profile.rank if size is None else size)
    return None


def _minor(entries: NDArray[np.int64], profile: RankProfile, size: int) -> Minor:
    rows, columns, p = profile.rows[:size], profile.columns, profile.modulus
    if profile.rank > size:
        columns = rank_profile(entries[list(rows)], p).columns
    square = entries[np.ix_(rows, columns)]
    return Minor(rows, columns, p, tuple(map(tuple, _inverse(square, p))))


def inverse_modulo(matrix: Sequence[Sequence[Number]], p: int) -> list[list[int]] | None:
    """The inverse modulo a prime, or None if the matrix is singular there. Raises: ValueError for a composite number.

    >>> inverse_modulo([[2, 1], [1, 1]], 7), inverse_modulo([[2, 1], [4, 2]], 7)
    ([[1, 6], [6, 2]], None)
    """
    try:
        return _inverse(centred.residues(matrix, prime(p)), p)
    except ZeroDivisionError:
        return None


def _inverse(square: NDArray[np.int64], p: int) -> list[list[int]]:
    """Raises: ZeroDivisionError."""
    if len(square) > SMALL and p < LARGEST:
        found: list[list[int]] = (inverse(ResidueMatrix.of(square, p).array, p).astype(np.int64) % p).tolist()
        return found
    return [[int(x) for x in row] for row in modular(square, p).inv().tolist()]


def modular(entries: NDArray[np.int64], p: int) -> nmod_mat:
    """FLINT's matrix of residues; by way of its integers, which takes half the time."""
    return nmod_mat(flint_matrix(entries), p)


def flint_matrix(entries: Integers) -> fmpz_mat:
    height, width = entries.shape
    return fmpz_mat(height, width, entries.ravel().tolist())
