"""Linear algebra over Q and GF(p) with evidence attached: ranks, minors with their inverses, kernels, solutions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from flint import fmpq, fmpq_mat, fmpz, nmod_mat

from algebra_tnn.exact.fields import Field, Q
from algebra_tnn.exact.scalars import Matrix, Number, transposed

OTHER_MODULI = (2**31 - 19, 2**31 - 61, 2**61 - 1)  # primes for the rare matrix that loses rank modulo the first


def residues(matrix: Sequence[Sequence[Number]], n: int) -> list[list[int]]:
    """The matrix modulo n. Raises: ValueError if a denominator is no unit modulo n."""
    return [
        [x.numerator * pow(x.denominator, -1, n) % n if x.denominator != 1 else int(x) % n for x in row]
        for row in matrix
    ]


def modulus_for(matrices: Iterable[Sequence[Sequence[Number]]], field: Field) -> int:
    """A prime modulo which the entries can be read: p over GF(p), else one of a few, coprime to the denominators."""
    entries = [x.denominator for matrix in matrices for row in matrix for x in row]
    return next((p for p in moduli(field) if all(d % p for d in entries)), moduli(field)[-1])


def moduli(field: Field) -> tuple[int, ...]:
    """The primes that are tried for evidence."""
    return (field.characteristic,) if field.is_finite else (field.modulus, *OTHER_MODULI)


def _modular(matrix: Sequence[Sequence[Number]], p: int) -> nmod_mat:
    rows = residues(matrix, p)
    return nmod_mat(len(rows), len(rows[0]) if rows else 0, [x for row in rows for x in row], p)


def _rational(matrix: Sequence[Sequence[Number]]) -> fmpq_mat:
    entries = [fmpq(x.numerator, x.denominator) for row in matrix for x in row]
    return fmpq_mat(len(matrix), len(matrix[0]) if matrix else 0, entries)


def _number(x: Any) -> Number:
    if isinstance(x, fmpq):
        return int(x.p) if x.q == 1 else Fraction(int(x.p), int(x.q))
    return int(x)


def _rows(matrix: Any) -> Matrix:
    return tuple(tuple(_number(x) for x in row) for row in matrix.tolist())


def _pivots(echelon: Any, rank: int) -> list[int]:
    """Pivot columns of a reduced row echelon form."""
    rows = echelon.tolist()
    pivots, column = [], 0
    for i in range(rank):
        while rows[i][column] == 0:
            column += 1
        pivots.append(column)
    return pivots


def rank(matrix: Matrix, field: Field = Q) -> int:
    """The rank over the field. Over Q it is exact, not modular.

    >>> rank(((2, 0), (0, 1))), rank(((2, 0), (0, 1)), Field.named("GF(2)"))
    (2, 1)
    """
    if field.is_finite:
        return int(_modular(matrix, field.characteristic).rank())
    try:
        modular = int(_modular(matrix, field.modulus).rank())
    except ValueError:
        modular = 0
    if modular == min(len(matrix), len(matrix[0])):
        return modular
    return int(_rational(matrix).rank() if hasattr(fmpq_mat, "rank") else _rational(matrix).rref()[1])


def independent_columns(matrix: Matrix, field: Field = Q) -> list[int]:
    """The pivot columns: the lexicographically first independent columns that span the column space."""
    echelon, r = (_modular(matrix, field.characteristic) if field.is_finite else _rational(matrix)).rref()
    return _pivots(echelon, int(r))


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

    In characteristic 0 a few primes are tried: None means that the size was not reached modulo any of them.
    """
    for p in moduli(field):
        try:
            modular = _modular(matrix, p)
        except ValueError:  # a denominator vanishes modulo p
            continue
        echelon, found = modular.rref()
        if size is not None and found < size:
            continue
        wanted = int(found) if size is None else size
        columns = _pivots(echelon, wanted)
        chosen = [[row[j] for row in matrix] for j in columns]
        if not wanted:
            return Minor((), (), p, ())
        rows = _pivots(_modular(chosen, p).rref()[0], wanted)
        square = [[matrix[i][j] for j in columns] for i in rows]
        return Minor(tuple(rows), tuple(columns), p, _rows(_modular(square, p).inv()))
    return None


def inverse_modulo(matrix: Sequence[Sequence[Number]], p: int) -> list[list[int]] | None:
    """The inverse modulo a prime, or None if the matrix is singular there."""
    try:
        return [[int(x) for x in row] for row in _modular(matrix, p).inv().tolist()]
    except ZeroDivisionError:
        return None


def kernel(matrix: Matrix, field: Field = Q) -> Matrix:
    """A basis of the vectors x with matrix · x = 0, one per row; integers in characteristic 0.

    >>> kernel(((1, 2, 3), (0, 0, 0)))
    ((-2, 1, 0), (-3, 0, 1))
    """
    p, width = field.characteristic, len(matrix[0])
    echelon, r = (_modular(matrix, p) if p else _rational(matrix)).rref()
    pivots = _pivots(echelon, int(r))
    rows = _rows(echelon)
    basis = []
    for free in (j for j in range(width) if j not in set(pivots)):
        vector: list[Number] = [0] * width
        vector[free] = 1
        for i, pivot in enumerate(pivots):
            vector[pivot] = -rows[i][free] % p if p else -rows[i][free]
        scale = Fraction(1)
        for x in vector:
            scale *= Fraction(x * scale).denominator
        basis.append(tuple(int(x * scale) for x in vector))
    return tuple(basis)


def solution(left: Matrix, right: Matrix, field: Field = Q) -> Matrix | None:
    """Some X with left · X = right, or None if there is none."""
    joined = [[*a, *b] for a, b in zip(left, right, strict=True)]
    width = len(left[0])
    echelon, r = (_modular(joined, field.characteristic) if field.is_finite else _rational(joined)).rref()
    pivots = _pivots(echelon, int(r))
    if pivots and pivots[-1] >= width:
        return None
    rows = _rows(echelon)
    result: list[tuple[Number, ...]] = [(0,) * len(right[0])] * width
    for i, pivot in enumerate(pivots):
        result[pivot] = rows[i][width:]
    return tuple(result)


def square_solution(left: Matrix, right: Matrix) -> Matrix:
    """left⁻¹ · right over Q, by FLINT's p-adic solver. Raises: ZeroDivisionError if left is singular."""
    return _rows(_rational(left).solve(_rational(right)))


def rank_factorization(matrix: Matrix, field: Field = Q) -> tuple[Matrix, Matrix]:
    """(L, R) with matrix = L · R and as many columns of L as the rank; L consists of columns of the matrix.

    >>> rank_factorization(((1, 2), (2, 4)))
    (((1,), (2,)), ((1, 2),))
    """
    columns = independent_columns(matrix, field)
    left = tuple(tuple(row[j] for j in columns) for row in field.matrix(matrix))
    if not columns:
        return tuple(() for _ in matrix), ()
    right = solution(left, field.matrix(matrix), field)
    assert right is not None  # the columns of L span the column space
    return left, right


def product(left: Matrix, right: Matrix, field: Field = Q) -> Matrix:
    columns = transposed(right)
    return tuple(
        tuple(field.number(sum((x * y for x, y in zip(row, column, strict=True)), 0)) for column in columns)
        for row in left
    )


__all__ = [
    "Minor",
    "fmpz",
    "independent_columns",
    "inverse_modulo",
    "kernel",
    "minor",
    "product",
    "rank",
    "rank_factorization",
    "residues",
    "solution",
    "square_solution",
]
