"""Linear algebra over Q and GF(p): ranks, kernels, solutions, factorizations; exact over the field, never modular.

Over Q large matrices are eliminated modulo a prime and lifted, and what is returned was verified over Z.
"""

from __future__ import annotations

from math import gcd

from algebra_tnn.exact.fields import Field, Q
from algebra_tnn.exact.linear.echelons import exact_rank, reduced_echelon
from algebra_tnn.exact.linear.minors import (
    OTHER_MODULI,
    Minor,
    inverse_modulo,
    minor,
    moduli,
    modulus_for,
    residues,
)
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.exact.scalars import Matrix, Number, transposed


def rank(matrix: Matrix, field: Field = Q) -> int:
    """The rank over the field. Over Q it is exact, not modular.

    >>> rank(((2, 0), (0, 1))), rank(((2, 0), (0, 1)), Field.named("GF(2)"))
    (2, 1)
    """
    return rank_profile(matrix, field.characteristic).rank if field.is_finite else exact_rank(matrix)


def independent_columns(matrix: Matrix, field: Field = Q) -> list[int]:
    """The pivot columns: the lexicographically first independent columns that span the column space."""
    if field.is_finite:
        return list(rank_profile(transposed(matrix), field.characteristic).rows)
    return reduced_echelon(matrix, field).pivots


def kernel(matrix: Matrix, field: Field = Q) -> Matrix:
    """A basis of the vectors x with matrix · x = 0, one per row; integers without common divisor in characteristic 0.

    One vector for each column off the pivots; it is zero in the others off the pivots, and positive there.

    >>> kernel(((1, 2, 3), (0, 0, 0)))
    ((-2, 1, 0), (-3, 0, 1))
    """
    p, echelon = field.characteristic, reduced_echelon(matrix, field)
    basis = []
    for j, free in enumerate(echelon.free):
        entries = [row[j] for row in echelon.entries]
        divisor = gcd(echelon.denominator, *entries)
        vector = [0] * (len(echelon.pivots) + len(echelon.free))
        vector[free] = echelon.denominator // divisor
        for pivot, x in zip(echelon.pivots, entries, strict=True):
            vector[pivot] = -x % p if p else -x // divisor
        basis.append(tuple(vector))
    return tuple(basis)


def solution(left: Matrix, right: Matrix, field: Field = Q) -> Matrix | None:
    """Some X with left · X = right, or None if there is none. It is zero off the pivot columns of the left side."""
    width = len(left[0])
    echelon = reduced_echelon([[*a, *b] for a, b in zip(left, right, strict=True)], field)
    if echelon.pivots and echelon.pivots[-1] >= width:
        return None
    first = len(echelon.free) - len(right[0])
    columns = [echelon.column(j) for j in range(first, len(echelon.free))]
    result: list[tuple[Number, ...]] = [(0,) * len(right[0])] * width
    for pivot, row in zip(echelon.pivots, zip(*columns, strict=True), strict=True):
        result[pivot] = row
    return tuple(result)


def square_solution(left: Matrix, right: Matrix) -> Matrix:
    """left⁻¹ · right over Q. Raises: ZeroDivisionError if left is singular."""
    echelon = reduced_echelon([[*a, *b] for a, b in zip(left, right, strict=True)], Q)
    if echelon.pivots != list(range(len(left))):
        raise ZeroDivisionError("the left side is singular, so the solution is not unique")
    return tuple(zip(*(echelon.column(j) for j in range(len(right[0]))), strict=True))


def rank_factorization(matrix: Matrix, field: Field = Q) -> tuple[Matrix, Matrix]:
    """(L, R) with matrix = L · R and as many columns of L as the rank; L consists of columns of the matrix.

    >>> rank_factorization(((1, 2), (2, 4)))
    (((1,), (2,)), ((1, 2),))
    """
    echelon = reduced_echelon(matrix, field)
    left = tuple(tuple(row[j] for j in echelon.pivots) for row in field.matrix(matrix))
    return left, tuple(map(tuple, echelon.rows()))


def product(left: Matrix, right: Matrix, field: Field = Q) -> Matrix:
    columns = transposed(right)
    return tuple(
        tuple(field.number(sum((x * y for x, y in zip(row, column, strict=True)), 0)) for column in columns)
        for row in left
    )


__all__ = [
    "OTHER_MODULI",
    "Minor",
    "independent_columns",
    "inverse_modulo",
    "kernel",
    "minor",
    "moduli",
    "modulus_for",
    "product",
    "rank",
    "rank_factorization",
    "residues",
    "solution",
    "square_solution",
]
