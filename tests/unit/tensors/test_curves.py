"""Curves of sums of rank-one tensors."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn.tensors.curves import Curve

LINE: Any = [[1, 1], [[0, 1], 0]]
SIGNED: Any = [[1, -1], [[0, 1], 0]]


def test_coefficients_and_limit() -> None:
    curve = Curve.from_nested([SIGNED, LINE, LINE], 1)
    assert (curve.shape, curve.length) == ((2, 2, 2), 2)
    zero, first = curve.coefficients()
    assert not any(zero.entries)
    assert first == curve.limit()
    assert first.nested() == [[[0, 1], [1, 0]], [[1, 0], [0, 0]]]


def test_higher_coefficients_are_dropped() -> None:
    longer = Curve.from_nested([SIGNED, LINE, [[[1, 0, 5], 1], [[0, 1, 7], 0]]], 1)
    assert longer == Curve.from_nested([SIGNED, LINE, LINE], 1)


def test_fractions_and_order_zero() -> None:
    curve = Curve.from_nested([[["1/2"]], [[4], [6]]], 0)
    assert curve.limit().nested() == [[2, 3]]
    assert curve.factors[0][0][0] == (Fraction(1, 2),)


def test_no_limit() -> None:
    with pytest.raises(ValueError, match=r"with e\^0 in it, so divided by e\^1 they have no limit"):
        Curve.from_nested([LINE, LINE, LINE], 1).limit()


@pytest.mark.parametrize(
    ("factors", "order", "sentence"),
    [
        ([LINE, LINE], -1, "order is -1"),
        ([LINE, LINE], True, "order is True"),
        (3, 1, "factors is no list"),
        ([LINE], 1, "at least two matrices"),
        ([LINE, [[1, 2, 3]]], 1, r"factors\[1\] has 3 columns but factors\[0\] has 2"),
        ([LINE, [[1, 2], [3]]], 1, r"factors\[1\] is no matrix"),
        ([LINE, []], 1, r"factors\[1\] is no matrix"),
        ([LINE, [[1, [0.5]]]], 1, r"factors\[1\]\[0\]\[1\], coefficient of e\^0"),
    ],
)
def test_bad_input(factors: Any, order: Any, sentence: str) -> None:
    with pytest.raises((TypeError, ValueError), match=sentence):
        Curve.from_nested(factors, order)
