from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import sympy

from algebra_tnn.exact import exact_matrix, exact_number
from algebra_tnn.exact.scalars import integral_columns, transposed

HUGE = 10**9999 + 7


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (5, 5),
        (-(10**40), -(10**40)),
        (Fraction(3, 7), Fraction(3, 7)),
        (Fraction(6, 3), 2),
        ("3/7", Fraction(3, 7)),
        ("6/4", Fraction(3, 2)),
        (" -3 / 7 ", Fraction(-3, 7)),
        ("+8/2", 4),
        ("0/5", 0),
        ("12", 12),
        (np.int64(-7), -7),
        (np.uint8(200), 200),
        (sympy.Integer(4), 4),
        (sympy.Rational(3, 7), Fraction(3, 7)),
        (sympy.Rational(8, 2), 4),
        (sympy.S.Half, Fraction(1, 2)),
        (sympy.S.Zero, 0),
    ],
)
def test_accepted(given: Any, expected: Any) -> None:
    found = exact_number(given)
    assert found == expected
    assert type(found) is type(expected)


def test_integers_of_ten_thousand_digits() -> None:
    assert exact_number(HUGE) == HUGE
    assert exact_number(Fraction(1, HUGE)) == Fraction(1, HUGE)


def test_texts_of_ten_thousand_digits() -> None:
    """In a fresh interpreter, whose own limit is 4300 digits."""
    program = (
        "from algebra_tnn.exact import exact_number\n"
        "assert exact_number('7' * 10_000) == 7 * (10**10_000 - 1) // 9\n"
        "assert exact_number('3/' + '9' * 10_000).denominator == (10**10_000 - 1) // 3\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("value", [1.5, 2.0, float("nan"), float("inf"), np.float64(1.5), np.float32(2)])
def test_floats_are_refused_with_the_remedy(value: Any) -> None:
    with pytest.raises(TypeError) as caught:
        exact_number(value, "factors[0][1][2]")
    assert str(caught.value) == (
        f'factors[0][1][2] is the float {value}; write it as an integer or a rational "3/7", or round it with '
        "rationalize(array, max_denominator=...) (on the command line: --rationalize D)"
    )


@pytest.mark.parametrize("value", [True, False, np.True_, np.False_])
def test_truth_values_are_refused(value: Any) -> None:
    with pytest.raises(
        TypeError, match=r"^the entry is (True|False), a truth value; entries are integers or rationals"
    ):
        exact_number(value)


def test_symbols_are_refused_by_name() -> None:
    x, y = sympy.symbols("x y")
    for value, names in ((x, "x"), (2 * y + x, "x, y")):
        with pytest.raises(TypeError) as caught:
            exact_number(value)
        assert str(caught.value) == (
            f"the entry contains the symbol {names}; factors are numbers here: substitute values for the symbols first"
        )


@pytest.mark.parametrize("text", ["3/0", "0/0", "-1/000"])
def test_zero_denominators_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="the denominator of a rational number is not 0"):
        exact_number(text)


@pytest.mark.parametrize("text", ["1.5", "1e3", "", "x", "3/-7", "1//2", "0x10", "٣", "1_000", "nan", "1/2/3", "--1"])
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match='entries are integers or rationals written "3/7"'):
        exact_number(text)


@pytest.mark.parametrize(
    "value", [None, [1], (1,), {}, 1j, np.complex128(1), Decimal("1.5"), b"1", sympy.sqrt(2), sympy.pi]
)
def test_everything_else_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="the entry is"):
        exact_number(value)


def test_long_values_are_abbreviated() -> None:
    with pytest.raises(ValueError) as caught:
        exact_number("x" * 1000)
    assert len(str(caught.value)) < 120


def test_matrices_of_every_kind() -> None:
    expected = ((1, Fraction(1, 2)), (0, 3))
    assert exact_matrix([[1, "1/2"], [0, 3]]) == expected
    assert exact_matrix(((1, "1/2"), (0, 3))) == expected
    assert exact_matrix(iter([iter([1, "1/2"]), iter([0, 3])])) == expected
    assert exact_matrix(np.array([[1, 2], [3, 4]])) == ((1, 2), (3, 4))
    assert exact_matrix(sympy.Matrix([[1, 2], [3, 4]]).tolist()) == ((1, 2), (3, 4))


@pytest.mark.parametrize(
    ("rows", "error", "sentence"),
    [
        ([[1, 2], [3]], ValueError, "A[1] has 1 entries but A[0] has 2; rows are equally long"),
        ([], ValueError, "A has no rows; a matrix has at least one row and one column"),
        ([[], []], ValueError, "A has no columns; a matrix has at least one row and one column"),
        (5, TypeError, "A is 5; a matrix is a list of rows"),
        ("12", TypeError, "A is '12'; a matrix is a list of rows"),
        ([1, 2], TypeError, "A[0] is 1; a row is a list of numbers"),
        (["12"], TypeError, "A[0] is '12'; a row is a list of numbers"),
        ({"a": 1}, TypeError, "A is {'a': 1}; a matrix is a list of rows"),
    ],
)
def test_what_is_no_matrix(rows: Any, error: type[Exception], sentence: str) -> None:
    with pytest.raises(error) as caught:
        exact_matrix(rows, "A")
    assert str(caught.value) == sentence


def test_the_place_of_a_bad_entry() -> None:
    with pytest.raises(TypeError, match=r"^A\[1\]\[0\] is the float 0.5"):
        exact_matrix([[1, 2], [0.5, 2]], "A")


def test_integral_columns_and_transposition() -> None:
    matrix = exact_matrix([["1/2", 3], ["1/3", 0]])
    assert integral_columns(matrix) == [[3, 3], [2, 0]]
    assert transposed(matrix) == ((Fraction(1, 2), Fraction(1, 3)), (3, 0))
