"""Small square pieces of a matrix modulo p: inverses and invertible minors.

NumPy spends a microsecond per call, whatever the size, so what counts here is the number of calls per row.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.blas import Doubles
from algebra_tnn.exact.modular.centred import reduce_in_place, subtract_multiples

Indices: TypeAlias = NDArray[np.intp]

_FOUR = np.eye(4)


def inverse(W: Doubles, p: int) -> Doubles | None:
    """W⁻¹ modulo p, by Gauss–Jordan elimination in place with 4×4 pivots from the diagonal.

    None if one of those is singular, which says nothing about W: pivots are not sought.

    Shapes: n×n, residues; n ≤ longest_sum(p), since reductions are put off to the end.
    Cost: 2n³ operations, and about 5n microseconds.
    """
    n = len(W)
    size = n + -n % 4
    M = np.eye(size)  # W and, down to a multiple of four, the identity
    M[:n, :n] = W
    across, down, whole = np.empty((4, size)), np.empty((size, 4)), np.empty((size, size))
    for k in range(0, size, 4):
        four = slice(k, k + 4)
        rows, columns = M[four].copy(), M[:, four].copy()
        subtract_multiples(rows, p, across)
        subtract_multiples(columns, p, down)
        pivot = _inverse_of_four([[int(x) for x in row] for row in rows[:, four].tolist()], p)
        if pivot is None:
            return None
        rows[:, four] = _FOUR
        columns[four] = M[:, four] = 0
        rows = pivot @ rows
        subtract_multiples(rows, p, across)
        np.subtract(M, np.matmul(columns, rows, out=whole), out=M)
        M[four] = rows
    reduce_in_place(M, p)
    return M[:n, :n]


def _inverse_of_four(W: list[list[int]], p: int) -> Doubles | None:
    """The inverse of a 4×4 matrix, with entries from 0 to p − 1, from the 2×2 minors of its upper and lower half."""
    (a, b, c, d), (e, f, g, h), (i, j, k, m), (n, q, r, s) = W
    ab, ac, ad, bc, bd, cd = a * f - b * e, a * g - c * e, a * h - d * e, b * g - c * f, b * h - d * f, c * h - d * g
    ij, ik, im, jk, jm, km = i * q - j * n, i * r - k * n, i * s - m * n, j * r - k * q, j * s - m * q, k * s - m * r
    determinant = (ab * km - ac * jm + ad * jk + bc * im - bd * ik + cd * ij) % p
    if not determinant:
        return None
    t = pow(determinant, -1, p)
    adjugate = (
        (f * km - g * jm + h * jk, c * jm - b * km - d * jk, q * cd - r * bd + s * bc, k * bd - j * cd - m * bc),
        (g * im - e * km - h * ik, a * km - c * im + d * ik, r * ad - n * cd - s * ac, i * cd - k * ad + m * ac),
        (e * jm - f * im + h * ij, b * im - a * jm - d * ij, n * bd - q * ad + s * ab, j * ad - i * bd - m * ab),
        (f * ik - e * jk - g * ij, a * jk - b * ik + c * ij, q * ac - n * bc - r * ab, i * bc - j * ac + k * ab),
    )
    return np.array([[x * t % p for x in row] for row in adjugate], dtype=np.float64)


def invertible_minor(W: Doubles, p: int) -> tuple[Indices, Indices, Doubles]:
    """The first independent rows of W, as many columns, and the inverse modulo p of the minor W[rows, columns].

    Shapes: m×n, residues; m ≤ longest_sum(p), since reductions are put off to the end.
    Cost: (m + n) m · rank operations, and about 10m microseconds.
    """
    m, n = W.shape
    A = np.hstack([W, np.eye(m)])  # in the end, the rows of the minor hold its inverse in their columns on the right
    row, column, quotients, whole = np.empty(n + m), np.empty(m), np.empty(n + m), np.empty((m, n + m))
    rows: list[int] = []
    columns: list[int] = []
    for i in range(m):
        row[:] = A[i]
        subtract_multiples(row, p, quotients)
        j = int((row[:n] != 0).argmax()) if n else 0
        if not n or row[j] == 0:
            continue
        row *= pow(int(row[j]), -1, p)
        subtract_multiples(row, p, quotients)
        column[:] = A[:, j]
        column[i] = 0
        subtract_multiples(column, p, quotients[:m])
        np.subtract(A, np.multiply(column[:, np.newaxis], row, out=whole), out=A)
        A[i] = row
        rows.append(i)
        columns.append(j)
    first, chosen = np.array(rows, dtype=np.intp), np.array(columns, dtype=np.intp)
    result = A[np.ix_(first, n + first)]
    reduce_in_place(result, p)
    return first, chosen, result
