from __future__ import annotations

import numpy as np
import pytest

from algebra_tnn.exact.modular.centred import PRIME, Doubles, reduced
from algebra_tnn.exact.modular.pivot_rows import PivotRows, pivot_rows
from tests.oracles.rank_table import square, with_profile


def residue_rows(height: int, width: int, rows: list[int], p: int, seed: int = 0) -> Doubles:
    return reduced(with_profile(height, width, rows, p, seed).astype(np.float64), p)


def sought(V: Doubles, p: int, first: int = 0, start: int = 0) -> PivotRows:
    return pivot_rows(V, first, start, p, np.random.default_rng(0))


@pytest.mark.parametrize("p", [2, 3, 251, PRIME])
@pytest.mark.parametrize("rows", [[*range(12)], [0, 1, 3, 4, 5, 11], [11], []])
def test_the_rows_are_cleared_by_their_pivots(rows: list[int], p: int) -> None:
    """Subtracting the pivot rows from the rows they came from leaves nothing, on the right of the pivots."""
    V = residue_rows(12, 30, rows, p)
    before = V.copy()
    pivots = sought(V, p)
    assert sorted(pivots.rows.tolist()) == rows
    assert (pivots.start, pivots.end, pivots.right.shape) == (0, len(rows), (len(rows), 30 - len(rows)))
    assert np.array_equal(V, before)
    pivots.subtract_from(V, p)
    assert not reduced(V[:, pivots.end :], p).any()


def test_columns_stay_where_the_leading_minors_are_invertible() -> None:
    pivots = sought(reduced(square(20, PRIME, 0).astype(np.float64), PRIME), PRIME)
    assert pivots.rows.tolist() == list(range(20))
    assert len(pivots.into) == len(pivots.out_of) == 0
    order = np.arange(20)
    pivots.exchange_columns(order)
    assert order.tolist() == list(range(20))


def test_columns_are_exchanged_where_the_first_are_zero() -> None:
    V = np.zeros((3, 9))
    V[:, 5:8] = np.eye(3)
    V[:, 8] = 2, 3, 4
    pivots = sought(V, 7, first=10, start=4)
    assert pivots.rows.tolist() == [10, 11, 12]
    assert (pivots.start, pivots.end) == (4, 7)
    order = np.arange(13)
    pivots.exchange_columns(order)
    assert set(order[4:7].tolist()) <= {9, 10, 11, 12}
    assert sorted(order.tolist()) == list(range(13))
    S = np.hstack([np.full((3, 4), 5, dtype=np.float64), V])
    pivots.subtract_from(S, 7)
    assert not reduced(S[:, 7:], 7).any()
    assert (S[:, :4] == 5).all()


def test_rows_without_the_pivots_are_left_alone() -> None:
    p = 251
    pivots = sought(residue_rows(3, 8, [0, 1, 2], p), p)
    S = residue_rows(6, 8, [0, 1, 2, 3, 4], p, 1)
    pivots.exchange_columns(S)
    S[[0, 1, 4, 5], : pivots.end] = 0
    expected = S[:, pivots.end :].copy()
    expected[2:4] -= S[2:4, : pivots.end] @ pivots.right
    unexchanged = S.copy()
    unexchanged[:, pivots.out_of] = S[:, pivots.into]
    pivots.subtract_from(unexchanged, p)
    assert np.array_equal(unexchanged[:, pivots.end :], expected)
    S[:, : pivots.end] = 0
    none = S.copy()
    none[:, pivots.out_of] = S[:, pivots.into]
    pivots.subtract_from(none, p)
    assert np.array_equal(none[:, pivots.end :], S[:, pivots.end :])


@pytest.mark.parametrize("p", [2, 3, PRIME])
def test_many_windows(p: int) -> None:
    """Each row has one entry, far apart, in a random order: no window of the first columns sees more than one."""
    rng = np.random.default_rng(1)
    V = np.zeros((40, 2000))
    V[np.arange(40), rng.permutation(np.arange(0, 2000, 50))] = 1
    V[7] = V[3]
    pivots = sought(V, p)
    assert sorted(pivots.rows.tolist()) == [i for i in range(40) if i != 7]


def test_the_seed_does_not_change_the_rows() -> None:
    V = residue_rows(30, 60, [*range(0, 30, 2)], 3)
    V[:, :30] = 0
    found = {tuple(sorted(pivot_rows(V, 0, 0, 3, np.random.default_rng(seed)).rows.tolist())) for seed in range(5)}
    assert len(found) == 1
