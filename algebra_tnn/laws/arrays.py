"""Arrays of exact numbers as laws carry them, and the JSON of numbers and of nested lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import gcd
from typing import Any, TypeAlias

from algebra_tnn.exact.scalars import Number, any_number_of_digits, exact_number

Shape: TypeAlias = tuple[int, ...]

_RATIONAL = re.compile(r"(-?[1-9][0-9]*)/([1-9][0-9]*)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Array:
    """Numbers in row-major order; the shape () is that of one number.

    >>> Array.of([[1, "1/2", 0], [0, 1, 3]]).shape
    (2, 3)
    """

    shape: Shape
    entries: tuple[Number, ...]

    @classmethod
    def of(cls, nested: Any, place: str = "the constant") -> Array:
        """From nested lists, tuples or an array of exact numbers. Raises: TypeError, ValueError."""
        return array(nested, place, exact_number)

    @classmethod
    def of_indices(cls, nested: Any, place: str = "the index") -> Array:
        """From nested lists or an array of integers. Raises: TypeError, ValueError."""
        return array(nested, place, integer)

    def nested(self, written: Callable[[Number], Any] = lambda x: x) -> Any:
        """Nested lists of the entries; one entry alone if the shape is ()."""
        level: list[Any] = [written(x) for x in self.entries]
        for n in reversed(self.shape[1:]):
            level = [level[i : i + n] for i in range(0, len(level), n)]
        return level if self.shape else level[0]


def array(nested: Any, place: str, entry: Callable[[Any, str], Any]) -> Array:
    """The array with these entries, each read by ``entry``. Raises: TypeError, ValueError, for ragged lists as well."""
    if hasattr(nested, "tolist"):
        nested = nested.tolist()
    level: list[Any] = [nested]
    shape: list[int] = []
    while isinstance(level[0], (list, tuple)):
        width = len(level[0])
        if not all(isinstance(part, (list, tuple)) and len(part) == width for part in level):
            raise ValueError(
                f"{place} is ragged at depth {len(shape)}; all parts of one depth have equally many entries"
            )
        if not width:
            raise ValueError(f"{place} has an axis without entries; every axis has at least one index")
        level = [x for part in level for x in part]
        shape.append(width)
    if any(isinstance(x, (list, tuple)) for x in level):
        raise ValueError(f"{place} is ragged at depth {len(shape)}; all parts of one depth have equally many entries")
    return Array(tuple(shape), tuple(entry(x, place) for x in level))


def integer(value: Any, place: str) -> int:
    """The integer that the value is; truth values, floats and strings are none. Raises: TypeError."""
    number = None if isinstance(value, str) else exact_number(value, place)
    if not isinstance(number, int):
        raise TypeError(f"{place} has the entry {value!r}; indices are integers")
    return number


def shape_of(value: Any, place: str) -> Shape:
    """The shape that a list or tuple of integers ≥ 1 is. Raises: TypeError, ValueError."""
    if not isinstance(value, (list, tuple)):
        raise TypeError(f"{place} is {value!r}; a shape is a list of integers such as [2, 3], and [] for one number")
    shape = tuple(integer(n, place) for n in value)
    if any(n < 1 for n in shape):
        raise ValueError(f"{place} is {list(shape)}; every axis has at least one index")
    return shape


def number_from_json(value: Any, place: str) -> Number:
    """An integer, or a string "a/b" in lowest terms with b > 1. Raises: TypeError, ValueError.

    >>> number_from_json("-3/2", "c0")
    Fraction(-3, 2)
    """
    if type(value) is int:
        return value
    if not isinstance(value, str):
        raise TypeError(f'{place} is {value!r}; a number is an integer or a string "a/b" in lowest terms')
    match = _RATIONAL.fullmatch(value)
    with any_number_of_digits():
        a, b = (int(match[1]), int(match[2])) if match else (0, 0)
    if b < 2 or gcd(a, b) > 1:
        raise ValueError(
            f'{place} is "{value}"; a rational number is a string "a/b" in lowest terms with b > 1, '
            "and an integer is no string"
        )
    return Fraction(a, b)


def number_to_json(x: Number) -> int | str:
    """The integer, or "a/b"."""
    with any_number_of_digits():
        return int(x) if x.denominator == 1 else f"{x.numerator}/{x.denominator}"
