"""The tensors of matrix multiplication, in the conventions in which their decompositions are published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import isqrt, prod

from algebra_tnn.exact import Number
from algebra_tnn.tensors.sparse import SparseTensor
from algebra_tnn.tensors.tensor import Tensor


@dataclass(frozen=True, slots=True)
class Convention:
    """How the entries of A, B and C = A·B are numbered: row after row or column after column, and C or its transpose.

    That C is transposed makes the tensor the trace of a product of three matrices, which may be turned in a cycle.
    """

    name: str
    by_columns: bool
    transposed: bool

    def place(self, i: int, j: int, rows: int, columns: int) -> int:
        """The number of the entry (i, j) of a matrix with so many rows and columns.

        >>> [c.place(1, 0, 2, 3) for c in CONVENTIONS]
        [3, 3, 1, 1]
        """
        return j * rows + i if self.by_columns else i * columns + j


CONVENTIONS = (
    Convention("row-major", False, False),
    Convention("row-major, C transposed", False, True),
    Convention("column-major", True, False),
    Convention("column-major, C transposed", True, True),
)


def matmul(m: int, n: int, p: int, convention: Convention = CONVENTIONS[0]) -> Tensor:
    """The tensor M⟨m,n,p⟩ of the product of m×n by n×p matrices: entry (a_ij, b_jk, c_ik) is 1, all others are 0.

    Shapes: mn × np × mp, entries of matrices row after row unless the convention says otherwise.
    Raises: ValueError for sizes below 1, OverflowError. Reference: [Strassen1969].

    >>> T = matmul(2, 1, 3)
    >>> T.shape, T.entries.count(1), T[1, 2, 5]
    ((2, 3, 6), 6, 1)
    """
    return sparse_matmul(m, n, p, convention).dense()


def sparse_matmul(m: int, n: int, p: int, convention: Convention = CONVENTIONS[0]) -> SparseTensor:
    """``matmul`` by its m·n·p nonzero entries."""
    place = convention.place
    entries: dict[tuple[int, ...], Number] = {}
    for i, j, k in product(range(m), range(n), range(p)):
        c = place(k, i, p, m) if convention.transposed else place(i, k, m, p)
        entries[place(i, j, m, n), place(j, k, n, p), c] = 1
    return SparseTensor((m * n, n * p, m * p), entries)


def matmul_labels(m: int, n: int, p: int, convention: Convention = CONVENTIONS[0]) -> tuple[tuple[str, ...], ...]:
    """The names of the entries of A, B and C along the three modes.

    >>> matmul_labels(1, 2, 2)[1]
    ('b00', 'b01', 'b10', 'b11')
    """
    separator = "" if max(m, n, p) <= 10 else ","
    found = []
    for letter, rows, columns, transposed in (
        ("a", m, n, False),
        ("b", n, p, False),
        ("c", m, p, convention.transposed),
    ):
        names = [""] * (rows * columns)
        for i, j in product(range(rows), range(columns)):
            at = convention.place(j, i, columns, rows) if transposed else convention.place(i, j, rows, columns)
            names[at] = f"{letter}{i}{separator}{j}"
        found.append(tuple(names))
    return tuple(found)


def matmul_format(shape: Sequence[int]) -> tuple[int, int, int] | None:
    """The m, n, p with shape (mn, np, mp); None if there are none.

    >>> matmul_format((6, 12, 8)), matmul_format((4, 4, 5))
    ((2, 3, 4), None)
    """
    if len(shape) != 3:
        return None
    a, b, c = shape
    m, n = isqrt(a * c // b), isqrt(a * b // c)
    p = b // n if n else 0
    return (m, n, p) if (m * n, n * p, m * p) == (a, b, c) else None


def recognized(tensor: SparseTensor) -> tuple[tuple[int, int, int], Convention] | None:
    """The sizes and the first convention of which this is the tensor; None if there are none.

    >>> recognized(sparse_matmul(2, 3, 4, CONVENTIONS[2]))[1].name
    'column-major'
    """
    sizes = matmul_format(tensor.shape)
    if sizes is None or len(tensor.entries) != prod(sizes):
        return None
    found = (one for one in CONVENTIONS if sparse_matmul(*sizes, one) == tensor)
    return next(((sizes, one) for one in found), None)
