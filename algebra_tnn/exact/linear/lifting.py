"""Linear systems over Q by p-adic lifting in doubles, verified over Z.

A solution of A X = B modulo p, found with one inverse, is continued digit by digit: X = X_0 + X_1 p + X_2 p² + …, each
digit by two products of matrices of residues. One combination of the columns is continued until its entries are read
off as fractions by the Euclidean algorithm; that gives the common denominator d. Then the columns themselves need half
as many digits, since d X = N is a matrix of integers. What is returned was multiplied out: A N = d B over Z.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.linear.digits import (
    WORD,
    Integers,
    digits,
    integers,
    largest_absolute,
    multiplied,
    number,
    words,
)
from algebra_tnn.exact.modular.blas import Doubles, one_thread_per_caller
from algebra_tnn.exact.modular.centred import PRIME, reduced, subtract_multiples
from algebra_tnn.exact.modular.inverses import inverse

_LONGEST = 2**13  # this many products of two residues, each below 2^38, stay below 2^51 and are centred exactly
_LARGEST = 2**23  # so many residues times weights below 2^10 have exact sums
_HALF = PRIME // 2
_PROBES = 4
_SPARE = 4  # digits beyond those of the numerators that are found to be zero


@dataclass(frozen=True, slots=True)
class Quotient:
    """The rational matrix numerators / denominator."""

    numerators: list[list[int]]
    denominator: int


def is_liftable(A: Integers, B: Integers) -> bool:
    """Whether the sums of the lifting stay exact: a row of A has few digits, and so have the minors of A and B."""
    length, width = A.shape[1], B.shape[1]
    size: int = length * (_bits(A) // 19 + 2) + _bits(B) // 19
    return size < _LONGEST and length * width < _LARGEST


def lifted_solution(A: Integers, B: Integers, rows: Sequence[int]) -> Quotient | None:
    """The X over Q with A X = B; None if there is none.

    Shapes: A is m × r, B is m × k. Domain: r, k ≥ 1, the r × r minor of A on the given rows is invertible modulo
    ``PRIME``, and ``is_liftable(A, B)``. Cost: 4 r² k operations in matrix products per 20 bits of the numerators.
    Reference: [Dixon1982].
    """
    with one_thread_per_caller(0):  # the products are many and small: a second thread would mostly wait
        return _lifted(A, B, list(rows))


def _lifted(A: Integers, B: Integers, rows: list[int]) -> Quotient | None:
    system, right = _System.of(A[rows]), digits(B[rows], PRIME, _HALF)
    columns = _Lifting(system, right)
    enough, length, least, attempt = _enough(A[rows], B[rows]), 4, 1, 0
    while True:
        combination = columns if B.shape[1] == 1 else _Lifting(system, right, _weights(B.shape[1], attempt))
        combination.advance(length)
        while (seen := _denominator_and_length(combination, attempt)) is None:
            length = min(2 * length, enough) if length < enough else 2 * length
            combination.advance(length)
        least = max(seen[1], least)
        found = _quotient(columns, seen[0], least, attempt)
        if found is not None:
            holds = rows_that_hold(A, B, found)
            if holds.all():
                return found
            if holds[rows].all():  # the solution of these equations is unique, and others contradict it
                return None
        # the weights have hidden a factor of the denominator, or the size of the numerators: others are tried
        length, least, attempt = 2 * length, 2 * least, attempt + 1


def _bits(x: Integers) -> int:
    return largest_absolute(x).bit_length()


def _enough(A: Integers, B: Integers) -> int:
    """Digits that suffice for A⁻¹ B, by Hadamard's inequality for the minors of A and B side by side."""
    rows = np.concatenate([A, B], axis=1)
    largest = np.maximum(rows.max(axis=1), -rows.min(axis=1)).tolist()
    bits = sum(int(x).bit_length() for x in largest) + len(A) * len(A).bit_length() // 2 + 12
    return 2 * (bits * 50 // 999 + 4)  # log2(p) > 19.98


@dataclass(frozen=True, slots=True)
class _System:
    """A square matrix A by its digits, and its inverse modulo p."""

    A: list[Doubles]
    inverse: Doubles

    @classmethod
    def of(cls, A: Integers) -> _System:
        found = digits(A, PRIME, max(2**32 // len(A), _HALF))
        return cls(found, inverse(reduced(found[0], PRIME), PRIME))


class _Lifting:
    """The digits of X = A⁻¹ B, as far as they are known."""

    def __init__(self, system: _System, B: list[Doubles], weights: Doubles | None = None) -> None:
        self.system = system
        self.B = B if weights is None else [digit @ weights[:, :1] for digit in B]
        self.carry = np.zeros(self.B[0].shape)
        self.X: list[Doubles] = []

    def advance(self, length: int) -> None:
        """Continues to so many digits."""
        A, quotient = self.system.A, np.empty_like(self.carry)
        for i in range(len(self.X), length):
            right = self.carry
            if i < len(self.B):
                right += self.B[i]
            for j in range(1, min(i + 1, len(A))):
                right -= A[j] @ self.X[i - j]
            residue = right.copy()
            subtract_multiples(residue, PRIME, quotient)
            X = self.system.inverse @ residue
            subtract_multiples(X, PRIME, quotient)
            right -= A[0] @ X
            right /= PRIME  # exact, since it is divisible
            self.X.append(X)


def _denominator_and_length(lifting: _Lifting, attempt: int) -> tuple[int, int] | None:
    """A common denominator of the entries, and the digits that it and the numerators need; None if not seen yet.

    Sums of all entries with weights stand for the entries: their denominator is, as a rule, the common one.
    """
    length = len(lifting.X)
    half = length // 2 - 1  # numerators and denominators of so many digits are told apart, with 40 bits to spare
    modulus, bound = PRIME**length, PRIME**half // 2
    denominator, largest = 1, 1
    for probe in _probes(np.stack(lifting.X), attempt):
        factor, numerator = fraction_modulo(denominator * probe, modulus, bound, bound)
        denominator *= factor
        if not 0 < denominator <= bound:
            return None
        largest = max(largest * factor, abs(numerator))
    return denominator, max(largest, denominator).bit_length() // 19 + 1


def _probes(X: Doubles, attempt: int) -> list[int]:
    """A few sums with weights of all numbers that are given by their digits."""
    table = X.reshape(len(X), -1)
    return [number(sums) for sums in (table @ _weights(table.shape[1], attempt)).T.tolist()]


def _weights(number: int, attempt: int) -> Doubles:
    return np.random.default_rng(attempt).integers(1, 1024, (number, _PROBES)).astype(np.float64)


def fraction_modulo(residue: int, modulus: int, largest: int, largest_denominator: int) -> tuple[int, int]:
    """d, n with d · residue = n modulo the modulus, within these bounds, by the Euclidean algorithm; 0, 0 if none."""
    before, value = modulus, residue % modulus
    if modulus - value <= largest:
        return 1, value - modulus
    cofactor_before, cofactor = 0, 1
    while value > largest:
        quotient, rest = divmod(before, value)
        before, value = value, rest
        cofactor_before, cofactor = cofactor, cofactor_before - quotient * cofactor
    return (abs(cofactor), value) if abs(cofactor) <= largest_denominator else (0, 0)


def _quotient(columns: _Lifting, d: int, length: int, attempt: int) -> Quotient | None:
    """N / d for which N has so many digits and begins as d X, or the same for a small multiple of d."""
    total = length + _SPARE
    columns.advance(total)
    X = np.stack(columns.X[:total])
    for probe in _probes(X, attempt):
        factor, _ = fraction_modulo(d * probe, PRIME**total, PRIME ** (length + 2), PRIME)
        d *= factor
    if not d:
        return None
    N = multiplied(X.reshape(total, -1), d)
    return None if N[length + 1 :].any() else Quotient(integers(N[: length + 1], columns.carry.shape), d)


def rows_that_hold(A: Integers, B: Integers, X: Quotient) -> NDArray[np.bool_]:
    """The rows in which A · numerators = denominator · B, multiplied out over Z, sixteen bits at a time."""
    N, d = words(X.numerators), words([[X.denominator]])
    left, right = digits(A, WORD, max(2**34 // A.shape[1], WORD)), digits(B, WORD, 2**33)
    holds, carry = np.ones(len(A), dtype=np.bool_), np.zeros(B.shape)
    for i in range(max(len(N) + len(left), len(d) + len(right))):
        total = carry
        for j in range(max(0, i - len(N) + 1), min(i + 1, len(left))):
            total = total + left[j] @ N[i - j]
        for j in range(max(0, i - len(d) + 1), min(i + 1, len(right))):
            total = total - d[i - j] * right[j]
        carry = np.rint(total / WORD)
        holds &= (carry * WORD == total).all(axis=1)
    return holds & ~carry.any(axis=1)
