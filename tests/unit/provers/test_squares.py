"""Inequalities by sums of squares: with multipliers, positive factors, and values that are zero."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import Any

import pytest

from algebra_tnn import C, Law, Nonnegative, R, Shortfall, verify
from algebra_tnn.laws import named
from algebra_tnn.provers import squares

HALF = Fraction(1, 2)
SQUARE = Law.trace(lambda x, y: x * x - 2 * x * y + y * y, {"x": (), "y": ()}, {})
#  3 (x² + y² + z²) − (x + y + z)²
SPREAD = Law.trace(lambda x: 3 * (x @ x) - x.sum() ** 2, {"x": (3,)}, {})
FORM = Law.trace(lambda x: x @ x - x[0] * x[1], {"x": (2,)}, {})


def line(x: Any, y: Any) -> Any:
    named("line", x + y - 1)
    return 1 - 4 * x * y


def test_a_square() -> None:
    given = partial(squares, squares=[(1, [], lambda x, y: x - y)])
    verdict = verify(Nonnegative(SQUARE, field=R), by=given)
    assert (verdict.status, verdict.rule, verdict.trusts, verdict.extensions) == ("proved", "squares", (), False)
    assert verify(Nonnegative(SQUARE)).status == "undecided"


def test_squares_of_differences() -> None:
    pairs = [(1, [], lambda x: x[0] - x[1]), (1, [], lambda x: x[1] - x[2]), (1, [], lambda x: x[0] - x[2])]
    assert verify(Nonnegative(SPREAD), by=partial(squares, squares=pairs)).status == "proved"
    short = squares(Nonnegative(SPREAD), squares=pairs[:2])
    assert isinstance(short, Shortfall) and short.rule == "squares"


def test_a_multiplier_of_positive_entries() -> None:
    """(x + y)(x² − xy + y²) = x³ + y³."""
    scale = [(1, [("x", 0)]), (1, [("x", 1)])]
    cubes = [(1, [("x", 0)], lambda x: x[0]), (1, [("x", 1)] * 3, 1)]
    given = partial(squares, multiplier=scale, squares=cubes)
    assert verify(Nonnegative(FORM, ("x",)), by=given).status == "proved"
    short = given(Nonnegative(FORM))
    assert isinstance(short, Shortfall) and short.reason == "entry 0 of 'x' is none of a value that is positive"


def test_values_that_are_zero() -> None:
    law = Law.trace(line, {"x": (), "y": ()}, {})
    claim = Nonnegative(law, (), ("line",), ("Nobody2000",))
    known = partial(squares, squares=[(1, [], lambda x, y: x - y)], cofactors={"line": lambda x, y: -1 - x - y})
    assert verify(claim, by=known).trusts == ("Nobody2000",)
    assert verify(claim, by=partial(squares, squares=[(1, [], lambda x, y: x - y)])).status == "proved"  # found


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ({"multiplier": []}, "the multiplier has no term"),
        ({"squares": [(-1, [], 1)]}, "a coefficient is -1"),
        ({"multiplier": [(0, [])]}, "a coefficient is 0"),
        ({"squares": [(HALF, [("x", 0)], 1)]}, "entry 0 of 'x' is none of a value that is positive"),
    ],
)
def test_what_is_no_sum_of_squares(how: dict[str, Any], reason: str) -> None:
    found = squares(Nonnegative(SQUARE), **how)
    assert isinstance(found, Shortfall) and found.reason.startswith(reason)


def test_numbers_with_signs() -> None:
    found = squares(Nonnegative(SQUARE, field=C))
    assert isinstance(found, Shortfall) and "numbers have signs over Q and R" in found.reason


def test_one_number() -> None:
    with pytest.raises(ValueError, match="an inequality is about one number"):
        Nonnegative(Law.trace(lambda x: x, {"x": (2,)}, {}))
