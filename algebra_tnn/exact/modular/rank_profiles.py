"""The rank of a matrix modulo a prime, with a minor that shows it."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from flint import fmpz_mat, nmod_mat
from numpy.typing import NDArray

from algebra_tnn.exact.containment import contained
from algebra_tnn.exact.modular.centred import LARGEST, PRIME, ResidueMatrix, centred_residues, checked_modulus, residues
from algebra_tnn.exact.modular.elimination import Elimination

LARGEST_MODULUS = 2**63
_TINY = 2500  # entries, up to which FLINT is faster
_LONG = 2**29  # multiplications by FLINT that take too long to wait until C code listens to Ctrl-C
_TWO_WORKERS = 1200  # rows and columns, from which a second worker saves time


@dataclass(frozen=True, slots=True)
class RankProfile:
    """The rank r of a matrix M modulo a prime, with r rows and r columns whose minor M[rows, columns] is invertible.

    The rows are the first independent ones: a row is among them iff it is no combination of the rows above it.
    """

    rank: int
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    modulus: int

    def rank_of_first(self, n: int) -> int:
        """The rank of the first n rows.

        >>> rank_profile([[1, 2], [2, 4], [1, 1]]).rank_of_first(2)
        1
        """
        return bisect_left(self.rows, n)


@dataclass(frozen=True, slots=True)
class Slabs:
    """A matrix that need not exist at once: its rows arrive in slabs from the top, each given as matrices are."""

    width: int
    slabs: Iterable[Any]


def rank_profile(matrix: Any, modulus: int | None = None, *, seed: int = 0, workers: int | None = None) -> RankProfile:
    """The rank of a matrix modulo a prime, its first independent rows, and columns with which they form a minor.

    A matrix of integers has at least that rank over Q, since the minor is not zero; it may have a larger one.

    Args: matrix: a ``ResidueMatrix``, an array of integers, rows of exact numbers, or ``Slabs`` of those, which are
    drawn as they are needed, and no more once the rank equals the width;
    modulus: a prime below 2^63, by default that of the ``ResidueMatrix`` or 1048573;
    seed: chooses the columns where the first ones are dependent;
    workers: threads that eliminate, by default two for large matrices where there are two processors.
    Cost: at most (2/3) n³ additions and multiplications for n×n matrices; for primes below 2^23 at about the speed of
    dgemm, with memory for 0.8 n² doubles besides what is given; above about ten times slower, by FLINT.
    Raises: TypeError, ValueError; ChildDied where FLINT needs too much memory.
    Reference: [DumasGiorgiPernet2008] for the BLAS modulo p, [DumasPernetSultan2017] for rank profiles.

    >>> rank_profile([[1, 2, 3], [2, 4, 6], [1, 0, "1/2"]], 7)
    RankProfile(rank=2, rows=(0, 2), columns=(0, 1), modulus=7)
    """
    p = _modulus(matrix, modulus)
    if workers is not None and (isinstance(workers, bool) or not isinstance(workers, int) or workers < 1):
        raise ValueError(f"workers is {workers!r}; it is how many threads eliminate, at least 1")
    width, height, chunks = _rows_of(matrix, p)
    if p >= LARGEST or (height is not None and height * width <= _TINY):
        return _by_flint(chunks, width, p)
    smaller, larger = sorted((width, width if height is None else height))
    if workers is None:
        workers = 2 if smaller >= _TWO_WORKERS and _processors() > 1 else 1
    elimination = Elimination(width, p, seed)
    elimination.eliminate(chunks, workers, smaller * smaller * larger // 3)
    rows, columns = elimination.pivots()
    return RankProfile(len(rows), tuple(rows.tolist()), tuple(columns.tolist()), p)


def _modulus(matrix: Any, modulus: Any) -> int:
    own = matrix.modulus if isinstance(matrix, ResidueMatrix) else None
    if own is not None and modulus is not None and modulus != own:
        raise ValueError(f"the modulus is {modulus}, but the residues are modulo {own}; leave the modulus out")
    return checked_modulus((own or PRIME) if modulus is None else modulus, LARGEST_MODULUS)


def _rows_of(matrix: Any, p: int) -> tuple[int, int | None, Iterator[NDArray[Any]]]:
    """The width, the height if it is known, and the residues of the rows, from the top."""
    if isinstance(matrix, Slabs):
        if isinstance(matrix.width, bool) or not isinstance(matrix.width, int) or matrix.width < 0:
            raise ValueError(f"the width of the slabs is {matrix.width!r}; it is the number of columns")
        return matrix.width, None, _rows_of_slabs(matrix, p)
    if isinstance(matrix, ResidueMatrix):
        return matrix.shape[1], matrix.shape[0], iter([matrix.array])
    if not isinstance(matrix, np.ndarray) or matrix.dtype.kind == "O":
        matrix = residues(matrix, p)
    _residues(matrix[:0], p)  # refuses what is no matrix of integers, before any work is done
    return matrix.shape[1], len(matrix), (_residues(matrix[i : i + 256], p) for i in range(0, len(matrix), 256))


def _rows_of_slabs(matrix: Slabs, p: int) -> Iterator[NDArray[Any]]:
    for i, slab in enumerate(matrix.slabs):
        if isinstance(slab, ResidueMatrix) and slab.modulus != p:
            raise ValueError(f"slab {i} is modulo {slab.modulus}, but the modulus is {p}; give all the same modulus")
        rows = slab.array if isinstance(slab, ResidueMatrix) else _residues(slab, p, f"slab {i}")
        if len(rows) and rows.shape[1] != matrix.width:
            raise ValueError(f"slab {i} has {rows.shape[1]} columns, but the width is {matrix.width}; make them equal")
        yield rows


def _residues(matrix: Any, p: int, name: str = "the matrix") -> NDArray[Any]:
    """As doubles for the elimination, as int64 for FLINT's."""
    return centred_residues(matrix, p, name) if p < LARGEST else residues(matrix, p, name)


def _by_flint(chunks: Iterable[NDArray[Any]], width: int, p: int) -> RankProfile:
    M = np.concatenate([np.empty((0, width), dtype=np.int64), *(np.remainder(c, p).astype(np.int64) for c in chunks)])
    if M.size * min(M.shape) <= _LONG:
        rows, columns = _independent_by_flint(M, p)
    else:
        task = f"the rank of a {len(M)}×{width} matrix by FLINT"
        rows, columns = contained(_independent_by_flint, M, p, name=task)
    return RankProfile(len(rows), rows, columns, p)


def _independent_by_flint(M: NDArray[np.int64], p: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The first independent rows and the first independent columns."""
    columns = _first_independent_columns(M, p)
    full = len(columns) == len(M)
    rows = tuple(range(len(M))) if full else _first_independent_columns(M[:, list(columns)].T, p)
    return rows, columns


def _first_independent_columns(M: NDArray[np.int64], p: int) -> tuple[int, ...]:
    height, width = M.shape
    # by way of FLINT's integers, which takes half the time
    echelon, rank = nmod_mat(fmpz_mat(height, width, M.ravel().tolist()), p).rref()
    pivots, column = [], 0
    for i in range(int(rank)):
        while not int(echelon[i, column]):
            column += 1
        pivots.append(column)
    return tuple(pivots)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
