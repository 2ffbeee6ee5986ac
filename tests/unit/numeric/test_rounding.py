from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from algebra_tnn import CP, rationalize


def test_nearest_fractions() -> None:
    assert rationalize([0.3333, 0.25, 2.0, -0.1], 10) == [Fraction(1, 3), Fraction(1, 4), 2, Fraction(-1, 10)]
    assert rationalize(3.141592653589793, 113) == Fraction(355, 113)
    assert rationalize([[0.5]], 1) in ([[0]], [[1]])


def test_whole_numbers_are_integers() -> None:
    assert type(rationalize(4.0, 5)) is int
    assert rationalize(1e300, 1) == int(1e300)


def test_exact_entries_pass_through() -> None:
    given = [[7, "22/700"], [Fraction(1, 10**9), np.int64(3)]]
    assert rationalize(given, 2) == [[7, Fraction(11, 350)], [Fraction(1, 10**9), 3]]


def test_arrays() -> None:
    assert rationalize(np.array([[0.5, 1], [0.2, -3]]), 100) == [[Fraction(1, 2), 1], [Fraction(1, 5), -3]]
    assert rationalize(np.float32(0.75), 100) == Fraction(3, 4)
    assert rationalize(np.array([1, 2]), 1) == [1, 2]
    T = CP.from_factors(rationalize(np.eye(2) / 3, 50), rationalize([[0.1, 0.2]], 50))
    assert T.column(0, 0) == (Fraction(1, 3), 0)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), np.nan])
def test_what_is_not_finite(value: float) -> None:
    with pytest.raises(ValueError) as caught:
        rationalize([[1.0, 2.0], [0.5, value]], 10)
    assert str(caught.value) == (
        f"the array[1][1] is {value}; only finite floats can be rounded to rationals, so replace or remove this entry"
    )


@pytest.mark.parametrize("bad", [1.5, "10", True, None])
def test_the_bound_is_an_integer(bad: Any) -> None:
    with pytest.raises(TypeError, match="it is a positive integer, the largest denominator allowed"):
        rationalize([0.5], bad)


@pytest.mark.parametrize("bad", [0, -3])
def test_the_bound_is_positive(bad: int) -> None:
    with pytest.raises(ValueError, match=f"max_denominator is {bad}; it is a positive integer"):
        rationalize([0.5], bad)


@pytest.mark.parametrize("value", [True, 1j, None, {}])
def test_what_is_no_number(value: Any) -> None:
    with pytest.raises(TypeError, match=r"the array\[0\] is"):
        rationalize([value], 10)
    with pytest.raises(ValueError):
        rationalize(["0.5"], 10)
