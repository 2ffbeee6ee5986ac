from __future__ import annotations

import random
from fractions import Fraction

import pytest

from algebra_tnn import Q
from algebra_tnn.exact.linear.any_field import columns_and_rows, echelon_rows
from algebra_tnn.exact.linear.echelons import reduced_echelon
from algebra_tnn.exact.number_fields import NumberField


@pytest.mark.parametrize("seed", range(6))
def test_over_the_rationals_it_is_the_echelon_form(seed: int) -> None:
    rng = random.Random(seed)
    left = [[Fraction(rng.randint(-4, 4)) for _ in range(2)] for _ in range(4)]
    right = [[Fraction(rng.randint(-4, 4)) for _ in range(5)] for _ in range(2)]
    matrix = [
        [sum(x * y for x, y in zip(row, column, strict=True)) for column in zip(*right, strict=True)] for row in left
    ]
    expected = reduced_echelon(matrix, Q)
    assert echelon_rows(matrix) == (expected.pivots, expected.rows())


def test_over_a_number_field() -> None:
    """(1, t) and (t, 2) are proportional for t² = 2, and independent over Q(i)."""
    for polynomial, rank in (((-2, 0, 1), 1), ((1, 0, 1), 2)):
        t = NumberField(polynomial)([0, 1])
        matrix = [[t * 0 + 1, t], [t, t * 0 + 2]]
        pivots, rows = echelon_rows(matrix)
        assert len(pivots) == len(rows) == rank
        left, right = columns_and_rows(matrix)
        assert [
            [sum(x * y for x, y in zip(row, c, strict=True)) for c in zip(*right, strict=True)] for row in left
        ] == matrix
    assert rows == [[1, 0], [0, 1]]


def test_zero() -> None:
    assert echelon_rows([[0, 0], [0, 0]]) == ([], [])
    assert columns_and_rows([[0, 0]]) == ([[]], [])
