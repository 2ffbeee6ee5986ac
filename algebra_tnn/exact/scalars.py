"""Exact numbers: what is accepted as one, and the one sentence for what is not."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from numbers import Rational
from typing import Any, TypeAlias

Number: TypeAlias = int | Fraction
Matrix: TypeAlias = tuple[tuple[Number, ...], ...]

_RATIONAL = re.compile(r"\s*([+-]?[0-9]+)\s*(?:/\s*([0-9]+)\s*)?", re.ASCII)


def exact_number(value: Any, place: str = "the entry") -> Number:
    """The integer or rational number that ``value`` is; integral fractions come back as ``int``.

    Accepted are Python, numpy and SymPy integers and rationals, ``Fraction``, and strings such as ``"3/7"``.

    Raises: TypeError for floats, symbols and everything else; ValueError for a string that is no rational number.

    >>> exact_number("6/4"), exact_number(True)
    Traceback (most recent call last):
      ...
    TypeError: the entry is True, a truth value; entries are integers or rationals written "3/7"
    """
    if type(value) is int:
        return value
    if isinstance(value, bool) or type(value).__name__ in ("bool_", "bool"):
        raise TypeError(f'{place} is {value}, a truth value; entries are integers or rationals written "3/7"')
    if isinstance(value, str):
        return _from_text(value, place)
    if isinstance(value, Rational):  # Fraction, numpy integers, SymPy's Integer and Rational
        return _reduced(Fraction(int(value.numerator), int(value.denominator)))
    if hasattr(value, "free_symbols") and value.free_symbols:
        names = ", ".join(sorted(map(str, value.free_symbols)))
        raise TypeError(
            f"{place} contains the symbol {names}; factors are numbers here: substitute values for the symbols first"
        )
    if hasattr(value, "p") and hasattr(value, "q"):  # FLINT's rationals, by duck typing
        return _reduced(Fraction(int(value.p), int(value.q)))
    if isinstance(value, float) or "float" in type(value).__name__:
        raise TypeError(
            f'{place} is the float {value}; write it as an integer or a rational "3/7", or round it with '
            "rationalize(array, max_denominator=...) (on the command line: --rationalize D)"
        )
    raise TypeError(f'{place} is {_short(value)}; entries are integers or rationals written "3/7"')


def _from_text(text: str, place: str) -> Number:
    with any_number_of_digits():
        return _from_digits(text, place)


@contextmanager
def any_number_of_digits() -> Iterator[None]:
    """Lifts Python's limit on the digits of integers that are read or written, for a while."""
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(limit)


def _from_digits(text: str, place: str) -> Number:
    match = _RATIONAL.fullmatch(text)
    if match is None:
        raise ValueError(f'{place} is {_short(text)}; entries are integers or rationals written "3/7"')
    denominator = int(match[2] or 1)
    if denominator == 0:
        raise ValueError(f"{place} is {_short(text)}; the denominator of a rational number is not 0")
    return _reduced(Fraction(int(match[1]), denominator))


def _reduced(value: Fraction) -> Number:
    return value.numerator if value.denominator == 1 else value


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."


def in_short(x: Number) -> str:
    """The number for a reader: long ones by their number of digits.

    >>> in_short(-4), in_short(10**100)
    ('-4', 'an integer of about 101 digits')
    """
    longest = max(x.numerator.bit_length(), x.denominator.bit_length())
    if longest <= 200:
        return str(x)
    kind = "an integer" if x.denominator == 1 else "a fraction"
    return f"{kind} of about {longest * 30103 // 100000 + 1} digits"


def exact_matrix(rows: Iterable[Iterable[Any]], name: str = "the matrix") -> Matrix:
    """The matrix with these rows, its entries exact.

    Raises: TypeError, ValueError for an entry that is not exact, for rows of different lengths and for no entries.

    >>> exact_matrix([[1, "1/2"], [0, 3]])
    ((1, Fraction(1, 2)), (0, 3))
    """
    if not isinstance(rows, Iterable) or isinstance(rows, (str, bytes, dict)):
        raise TypeError(f"{name} is {_short(rows)}; a matrix is a list of rows")
    result: list[tuple[Number, ...]] = []
    for i, row in enumerate(rows):
        if not isinstance(row, Iterable) or isinstance(row, (str, bytes, dict)):
            raise TypeError(f"{name}[{i}] is {_short(row)}; a row is a list of numbers")
        result.append(tuple(exact_number(x, f"{name}[{i}][{j}]") for j, x in enumerate(row)))
        if len(result[i]) != len(result[0]):
            raise ValueError(
                f"{name}[{i}] has {len(result[i])} entries but {name}[0] has {len(result[0])}; rows are equally long"
            )
    if not result:
        raise ValueError(f"{name} has no rows; a matrix has at least one row and one column")
    if not result[0]:
        raise ValueError(f"{name} has no columns; a matrix has at least one row and one column")
    return tuple(result)


def integral_columns(matrix: Matrix) -> list[list[int]]:
    """The matrix with each column multiplied by the least common denominator of its entries, as rows."""
    from math import lcm

    scales = [lcm(*(x.denominator for x in column)) for column in zip(*matrix, strict=True)]
    return [[int(x * scale) for x, scale in zip(row, scales, strict=True)] for row in matrix]


def transposed(matrix: Sequence[Sequence[Number]]) -> Matrix:
    return tuple(zip(*matrix, strict=True))
