"""What an interpreter needs of a ring: products of stacked matrices, and elements brought back to their normal form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular import centred
from algebra_tnn.exact.scalars import Number
from algebra_tnn.laws.arrays import Array

Entries: TypeAlias = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Arrays over one ring.

    ``product`` multiplies stacks of matrices of normal forms, and gives normal forms. ``reduced`` brings sums of few
    products of two normal forms back to them; the array may be changed. ``number`` is the ring's element for a number.
    """

    dtype: Any
    product: Callable[[Entries, Entries], Entries]
    reduced: Callable[[Entries], Entries]
    number: Callable[[Number], Any]

    def constant(self, constant: Array) -> Entries:
        return self.filled([self.number(x) for x in constant.entries], constant.shape)

    def filled(self, elements: list[Any], shape: tuple[int, ...]) -> Entries:
        """The array with these elements, one by one: ring elements may look like sequences to numpy."""
        array = np.empty(len(elements), self.dtype)
        for i, x in enumerate(elements):
            array[i] = x
        return array.reshape(shape)

    def array(self, result: Any) -> Entries:
        """numpy hands back the bare element where arrays without axes are added or multiplied."""
        return result if isinstance(result, np.ndarray) else self.filled([result], ())

    def power(self, array: Entries, exponent: int) -> Entries:
        """Entry by entry, for exponents ≥ 1."""
        if self.dtype is object:
            return self.array(array**exponent)  # rings know faster ways than repeated squaring
        while exponent % 2 == 0:
            array, exponent = self.reduced(array * array), exponent // 2
        result = array
        while exponent := exponent // 2:
            array = self.reduced(array * array)
            result = self.reduced(result * array) if exponent % 2 else result
        return result


def ring(number: Callable[[Number], Any] = lambda x: x) -> Arithmetic:
    """Any commutative ring whose elements know + − ·, with a map from the rational numbers (or the integers) to it."""
    return Arithmetic(object, np.matmul, lambda array: array, number)


EXACT = ring()
FLOATS = Arithmetic(np.float64, np.matmul, lambda array: array, lambda x: float(Fraction(x)))


def residues(p: int) -> Arithmetic:
    """The field GF(p), its elements centred residues held in doubles: see ``exact.modular.centred``."""

    def number(x: Number) -> float:
        if x.denominator % p == 0:
            raise ValueError(f"the law has the constant {x}, whose denominator {p} divides; choose another prime")
        residue = x.numerator * pow(x.denominator, -1, p) % p
        return float(residue - p if residue > p // 2 else residue)

    def reduced(array: Entries) -> Entries:
        if not array.size:
            return array
        flat = array.reshape(-1, array.shape[-1] if array.ndim else 1)  # a copy, if the axes are not in order
        centred.reduce_in_place(flat, p)
        return flat.reshape(array.shape)

    return Arithmetic(np.float64, lambda A, B: centred.product(A, B, p), reduced, number)
