"""From floats to rational numbers, said aloud: what follows is about the rounded numbers."""

from __future__ import annotations

from fractions import Fraction
from math import isfinite
from typing import Any

from algebra_tnn.exact import Number, exact_number


def rationalize(array: Any, max_denominator: int) -> Any:
    """Each float of a nested list or numpy array as the nearest rational with a denominator up to ``max_denominator``.

    Integers, fractions and strings such as ``"3/7"`` pass through exactly, whatever their denominators. A claim about
    the result is a claim about the rounded numbers, not about the floats.

    Raises: TypeError, ValueError for NaN, for infinities, for what is no number, and for a bad ``max_denominator``.

    >>> rationalize([[0.3333, 2.0], [5, "22/700"]], 10)
    [[Fraction(1, 3), 2], [5, Fraction(11, 350)]]
    """
    if type(max_denominator) is not int:
        raise TypeError(
            f"max_denominator is {max_denominator!r}; it is a positive integer, the largest denominator allowed, "
            "such as max_denominator=1000"
        )
    if max_denominator < 1:
        raise ValueError(
            f"max_denominator is {max_denominator}; it is a positive integer, the largest denominator allowed, "
            "such as max_denominator=1000"
        )
    return _rounded(array, max_denominator, "the array")


def _rounded(value: Any, limit: int, place: str) -> Any:
    if hasattr(value, "tolist"):  # numpy arrays and scalars
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return [_rounded(x, limit, f"{place}[{i}]") for i, x in enumerate(value)]
    if not isinstance(value, float):
        return exact_number(value, place)
    if not isfinite(value):
        raise ValueError(
            f"{place} is {value}; only finite floats can be rounded to rationals, so replace or remove this entry"
        )
    nearest = Fraction(value).limit_denominator(limit)
    result: Number = nearest.numerator if nearest.denominator == 1 else nearest
    return result
