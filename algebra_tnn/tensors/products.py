"""Products of matrices that tensors bring along."""

from __future__ import annotations

from collections.abc import Sequence

from algebra_tnn.exact import Matrix


def kronecker(A: Matrix, B: Matrix) -> Matrix:
    """A ⊗ B: entry ((i, k), (j, l)) is A[i][j] B[k][l], pairs in row-major order.

    >>> kronecker(((1, 2),), ((1,), (3,)))
    ((1, 2), (3, 6))
    """
    return tuple(tuple(x * y for x in a for y in b) for a in A for b in B)


def khatri_rao(factors: Sequence[Matrix]) -> Matrix:
    """The column-wise Kronecker product A ⊙ B ⊙ …: column r is a_r ⊗ b_r ⊗ …, rows in row-major order.

    Shapes: I×R, J×R, … give IJ…×R. The empty product is unknown here: at least one factor.

    >>> khatri_rao([((1, 2), (3, 4)), ((1, 1), (0, 5))])
    ((1, 2), (0, 10), (3, 4), (0, 20))
    """
    rows = factors[0]
    for factor in factors[1:]:
        rows = tuple(tuple(x * y for x, y in zip(one, two, strict=True)) for one in rows for two in factor)
    return rows
