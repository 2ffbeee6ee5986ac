"""Matrices of long integers by their digits, in doubles: so that they are multiplied by the BLAS.

Digits to the base p, a prime below 2^20, are balanced: around 0. Digits to the base 2^16 are called words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.blas import Doubles
from algebra_tnn.exact.modular.centred import PRIME, subtract_multiples

Integers: TypeAlias = NDArray[Any]  # of int64, or of Python's integers where they are longer
WORD = 2**16
_CHUNK = 2**21  # entries of a table that is held at once


def largest_absolute(x: Integers) -> int:
    """The largest absolute value of an entry."""
    return max(int(x.max(initial=0)), -int(x.min(initial=0)))


def digits(x: Integers, radix: int, largest: int) -> list[Doubles]:
    """x = x_0 + x_1 · radix + …: balanced digits, but for the last, which is at most ``largest`` in absolute value.

    >>> [x.tolist() for x in digits(np.array([[1000, -7]]), 10, 5)]
    [[[0.0, 3.0]], [[0.0, -1.0]], [[0.0, 0.0]], [[1.0, 0.0]]]
    """
    found = []
    while largest_absolute(x) > largest:
        digit = (x + radix // 2) % radix - radix // 2
        found.append(digit.astype(np.float64))
        x = (x - digit) // radix
    return [*found, x.astype(np.float64)]


def number(digits: Sequence[Any]) -> int:
    """The integer with these digits to the base p."""
    result = 0
    for digit in reversed(digits):
        result = result * PRIME + int(digit)
    return result


def multiplied(X: Doubles, factor: int) -> Doubles:
    """The balanced digits of the product of the factor with numbers given by theirs, as many as there are."""
    length = len(X)
    found = np.concatenate(digits(np.array([factor], dtype=np.object_), PRIME, PRIME // 2))[:length]
    of_factor = np.concatenate([found, np.zeros(length - len(found))])
    below = np.subtract.outer(np.arange(length), np.arange(length))
    result: Doubles = np.where(below >= 0, of_factor[below], 0) @ X
    carry = np.zeros(X.shape[1])
    quotient = np.empty_like(carry)
    for row in result:
        row += carry
        carry = row.copy()
        subtract_multiples(row, PRIME, quotient)
        carry -= row
        carry /= PRIME
    return result


def integers(digits: Doubles, shape: tuple[int, ...]) -> list[list[int]]:
    """The numbers with these balanced digits, one per column, as rows of the shape."""
    length, number = digits.shape
    words = length * PRIME.bit_length() // 16 + 1
    powers = b"".join((PRIME**j).to_bytes(2 * words, "little") for j in range(length))
    table = np.frombuffer(powers, "<u2").reshape(length, words).T.astype(np.float64)
    found: list[int] = []
    step = max(1, _CHUNK // words)
    for start in range(0, number, step):
        total = table @ digits[:, start : start + step]
        carry = np.zeros(total.shape[1])
        for row in total:
            row += carry
            carry = np.floor(row / WORD)
            row -= carry * WORD  # the last carry is −1 for negative numbers: two's complement
        raw = total.T.astype("<u2").tobytes()
        found += [int.from_bytes(raw[i : i + 2 * words], "little", signed=True) for i in range(0, len(raw), 2 * words)]
    return [found[i * shape[1] : (i + 1) * shape[1]] for i in range(shape[0])]


def words(numbers: list[list[int]]) -> Doubles:
    """N_0, N_1, … with N = N_0 + N_1 · 2^16 + …; the last is signed, all others are not."""
    length = max(x.bit_length() for row in numbers for x in row) // 16 + 1
    raw = b"".join(x.to_bytes(2 * length, "little", signed=True) for row in numbers for x in row)
    shape = (len(numbers), len(numbers[0]), length)
    result = np.frombuffer(raw, "<u2").reshape(shape).transpose(2, 0, 1).astype(np.float64, order="C")
    result[-1] -= WORD * (result[-1] >= WORD // 2)
    return result
