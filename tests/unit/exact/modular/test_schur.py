from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from flint import nmod_mat

from algebra_tnn.exact.modular.blas import Doubles
from algebra_tnn.exact.modular.centred import PRIME, reduced
from algebra_tnn.exact.modular.schur import RowSpace, row_space, row_spaces

LARGE = 8388593  # the largest prime below 2^23: sums of more than 511 products are split


def flint_rank(matrix: Doubles, p: int) -> int:
    return int(nmod_mat(*matrix.shape, [int(x) % p for x in matrix.ravel()], p).rank())


def random_matrix(rows: int, columns: int, rank: int, p: int, seed: int = 0) -> Doubles:
    """Of that rank at most, and all but surely equal to it for large p."""
    rng = np.random.default_rng(seed)
    left, right = rng.integers(0, p, (rows, rank)), rng.integers(0, p, (rank, columns))
    entries = (left.astype(object) @ right.astype(object)) % p if rank else np.zeros((rows, columns))
    return reduced(entries.astype(np.float64), p)


def staircase(p: int) -> Doubles:
    """Every leading minor from size 2 on vanishes, but the rank is 5."""
    return np.flip(np.triu(np.ones((5, 6))), axis=1).copy()


MATRICES: dict[str, tuple[Any, int]] = {
    "nothing": (np.zeros((3, 4)), PRIME),
    "no rows": (np.zeros((0, 4)), PRIME),
    "no columns": (np.zeros((3, 0)), PRIME),
    "one row": (np.array([[0.0, 0, 3, 1]]), 7),
    "one column": (np.array([[0.0], [0], [2]]), 7),
    "repeated rows": (np.array([[1.0, 2, 3], [1, 2, 3], [2, 4, 6], [0, 0, 1]]), PRIME),
    "staircase": (staircase(7), 7),
    "zero columns first": (np.hstack([np.zeros((30, 20)), random_matrix(30, 20, 13, PRIME)]), PRIME),
    "modulo two": (random_matrix(40, 50, 23, 2), 2),
    "modulo three": (random_matrix(40, 50, 23, 3), 3),
    "square": (random_matrix(70, 70, 70, PRIME), PRIME),
    "deficient by one": (random_matrix(70, 70, 69, PRIME), PRIME),
    "tall": (random_matrix(90, 33, 33, LARGE), LARGE),
    "wide": (random_matrix(33, 90, 20, LARGE), LARGE),
    "blocks": (np.kron(np.eye(6), random_matrix(7, 9, 5, PRIME)), PRIME),
}


@pytest.mark.parametrize(("matrix", "p"), MATRICES.values(), ids=MATRICES.keys())
def test_row_space(matrix: Doubles, p: int) -> None:
    original = matrix.copy()
    space = row_space(matrix, p)
    assert np.array_equal(matrix, original)
    assert space.rank == flint_rank(matrix, p)
    assert sorted([*space.pivots, *space.free]) == list(range(matrix.shape[1]))
    assert space.R.shape == (space.rank, matrix.shape[1] - space.rank)
    assert not (space.modulo(matrix) % p).any()
    assert_is_the_quotient(space, matrix, p)


def assert_is_the_quotient(space: RowSpace, matrix: Doubles, p: int) -> None:
    """The rank of further rows modulo the space is what they add to the rank."""
    rows = random_matrix(3, matrix.shape[1], 3, p, seed=1)
    added = flint_rank(np.concatenate([matrix, rows]), p) - space.rank
    assert flint_rank(space.modulo(rows), p) == added


def test_a_stack_is_its_matrices() -> None:
    """Different ranks, different pivots; zeros fill up."""
    matrices = [random_matrix(12, 21, rank, PRIME, seed=rank) for rank in range(13)]
    matrices[4][:, :9] = 0
    for space, matrix in zip(row_spaces(np.array(matrices), PRIME), matrices, strict=True):
        alone = row_space(matrix, PRIME)
        assert space.rank == flint_rank(matrix, PRIME)
        assert np.array_equal(space.pivots, alone.pivots)
        assert np.array_equal(space.R, alone.R)
    assert row_spaces(np.zeros((0, 3, 4)), PRIME) == []


def test_rows_in_any_shape() -> None:
    space = row_space(random_matrix(5, 9, 4, PRIME), PRIME)
    rows = random_matrix(6, 9, 6, PRIME, seed=2)
    assert space.modulo(rows.reshape(2, 3, 9)).shape == (2, 3, 5)
    assert np.array_equal(space.modulo(rows.reshape(2, 3, 9)).reshape(6, 5), space.modulo(rows))
    assert np.array_equal(row_space(np.zeros((2, 9)), PRIME).modulo(rows), rows)


def test_sums_are_split_where_they_would_not_be_exact() -> None:
    """All residues are as large as they get, and products of them have the same sign: the longest sums there are."""
    n, half = 1300, (LARGE - 1) // 2
    rng = np.random.default_rng(0)
    right = np.full((n, 40), float(half))
    right[:, :20] -= rng.integers(0, 3, (n, 20))
    matrix = np.hstack([np.eye(n), right])
    rows = np.full((3, n + 40), float(-half))
    space = row_space(matrix, LARGE)
    assert space.rank == n
    exact = rows[:, n:].astype(object) - rows[:, :n].astype(object) @ right.astype(object)
    assert np.array_equal(space.modulo(rows) % LARGE, (exact % LARGE).astype(np.float64))
