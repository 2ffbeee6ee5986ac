from __future__ import annotations

import random
from itertools import product

import pytest

from algebra_tnn import matmul
from algebra_tnn.tensors.matrix_multiplication import (
    CONVENTIONS,
    Convention,
    matmul_format,
    matmul_labels,
    sparse_matmul,
)

SIZES = (2, 3, 4)


def numbered(matrix: list[list[int]], by_columns: bool) -> list[int]:
    """The entries of a matrix, row after row or column after column."""
    return [x for line in (zip(*matrix, strict=True) if by_columns else matrix) for x in line]


@pytest.mark.parametrize("convention", CONVENTIONS, ids=lambda one: one.name)
def test_it_multiplies_matrices(convention: Convention) -> None:
    m, n, p = SIZES
    rng = random.Random(1)
    A, B = ([[rng.randint(-9, 9) for _ in range(k)] for _ in range(rows)] for rows, k in ((m, n), (n, p)))
    C = [[sum(A[i][j] * B[j][k] for j in range(n)) for k in range(p)] for i in range(m)]
    T = matmul(m, n, p, convention)
    assert T.shape == (m * n, n * p, m * p)
    a, b = numbered(A, convention.by_columns), numbered(B, convention.by_columns)
    expected = numbered(
        [list(row) for row in zip(*C, strict=True)] if convention.transposed else C, convention.by_columns
    )
    places = product(range(m * n), range(n * p))
    pairs = [(i, j, a[i] * b[j]) for i, j in places]
    assert [sum(T[i, j, k] * x for i, j, x in pairs) for k in range(m * p)] == expected


@pytest.mark.parametrize("convention", CONVENTIONS, ids=lambda one: one.name)
def test_labels_say_what_an_entry_multiplies(convention: Convention) -> None:
    labels = matmul_labels(*SIZES, convention)
    for index in sparse_matmul(*SIZES, convention).entries:
        a, b, c = (names[i] for names, i in zip(labels, index, strict=True))
        assert (a[0], b[0], c[0]) == ("a", "b", "c")
        assert a[2] == b[1] and c[1:] == a[1] + b[2]
    assert all(len(set(names)) == len(names) for names in labels)


def test_labels_of_large_matrices_separate_their_indices() -> None:
    assert matmul_labels(1, 12, 1)[0][11] == "a0,11"


def test_the_format_of_a_shape() -> None:
    for m, n, p in product(range(1, 6), repeat=3):
        assert matmul_format((m * n, n * p, m * p)) == (m, n, p)
    assert [matmul_format(shape) for shape in ((4, 4, 5), (2, 3, 7), (4, 4), (2, 2, 2))] == [None] * 4


def test_a_size_of_zero_is_refused() -> None:
    with pytest.raises(ValueError, match=r"the shape is \(0, 0, 4\)"):
        matmul(2, 0, 2)
