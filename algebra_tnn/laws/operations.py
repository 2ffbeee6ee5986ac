"""The five operations of laws; each knows the shape of its value and says in one sentence what does not fit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import TypeAlias

from algebra_tnn.exact.scalars import Number
from algebra_tnn.laws.arrays import Array, Shape

LETTERS = "ijklmnopqrstuvwxyzabcdefgh"  # in the order in which axes are named
LARGEST_TENSOR = 2 * 10**7  # entries of one intermediate value

_SUBSCRIPTS = re.compile(r"[a-z]*(,[a-z]*)*->[a-z]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Einsum:
    """The sum over all letters that the result lacks of the products of the operands' entries.

    A letter that an operand repeats takes the diagonal.

    >>> Einsum("ij,jk->ik").shape([(2, 3), (3, 4)])
    (2, 4)
    """

    subscripts: str

    def __post_init__(self) -> None:
        if not isinstance(self.subscripts, str) or not _SUBSCRIPTS.fullmatch(self.subscripts):
            strange = [c for c in str(self.subscripts) if c not in f"{LETTERS},->"]
            raise ValueError(
                f"the einsum is {self.subscripts!r}{f', with {strange[0]!r} in it' if strange else ''}; it is written "
                'with the letters a to z and an arrow, such as "ij,jk->ik"'
            )
        for letter in self.result:
            if self.result.count(letter) > 1:
                raise ValueError(f'the einsum "{self.subscripts}" repeats the letter {letter} in its result')
            if not any(letter in letters for letters in self.operands):
                raise ValueError(f'the einsum "{self.subscripts}" has the letter {letter} in its result alone')

    @property
    def operands(self) -> tuple[str, ...]:
        """The letters of each operand."""
        return tuple(self.subscripts.split("->")[0].split(","))

    @property
    def result(self) -> str:
        """The letters of the result."""
        return self.subscripts.split("->")[1]

    def shape(self, shapes: Sequence[Shape]) -> Shape:
        if len(shapes) != len(self.operands):
            raise ValueError(
                f'the einsum "{self.subscripts}" is about {len(self.operands)} operands, not {len(shapes)}'
            )
        ranges: dict[str, int] = {}
        for i, (letters, shape) in enumerate(zip(self.operands, shapes, strict=True)):
            if len(letters) != len(shape):
                raise ValueError(
                    f'the einsum "{self.subscripts}" has {len(letters)} letters for operand {i}, '
                    f"whose shape is {list(shape)}; there is one letter per axis"
                )
            for letter, n in zip(letters, shape, strict=True):
                if ranges.setdefault(letter, n) != n:
                    raise ValueError(
                        f'the einsum "{self.subscripts}" lets {letter} range over {ranges[letter]} and over {n}; '
                        "a letter has one range"
                    )
        return _bounded(tuple(ranges[letter] for letter in self.result))


@dataclass(frozen=True, slots=True)
class Take:
    """e[t], along axis 0 of e: the shape of t, then the other axes of e."""

    indices: Array

    def shape(self, shapes: Sequence[Shape]) -> Shape:
        (shape,) = shapes
        if not shape:
            raise ValueError("take is about the first axis of a tensor, but its operand is one number")
        for i in self.indices.entries:
            if not 0 <= i < shape[0]:
                raise ValueError(f"take has the index {i}; the indices of its operand are 0 to {shape[0] - 1}")
        return _bounded(self.indices.shape + shape[1:])


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of tensors of one shape."""

    def shape(self, shapes: Sequence[Shape]) -> Shape:
        return _common(shapes, "+")


@dataclass(frozen=True, slots=True)
class Difference:
    """The first tensor minus all others, of one shape."""

    def shape(self, shapes: Sequence[Shape]) -> Shape:
        return _common(shapes, "-")


@dataclass(frozen=True, slots=True)
class Apply:
    """The polynomial c0 + c1 t + … + cd t^d, entry by entry."""

    coefficients: tuple[Number, ...]

    def __post_init__(self) -> None:
        if not self.coefficients:
            raise ValueError("apply has no coefficients; the constant polynomial 0 is [0]")

    def shape(self, shapes: Sequence[Shape]) -> Shape:
        (shape,) = shapes
        return shape

    @property
    def exponents(self) -> tuple[int, ...]:
        """The exponents of the terms, ascending; none for the polynomial 0."""
        return tuple(e for e, c in enumerate(self.coefficients) if c)

    def derivative(self) -> Apply:
        return Apply(tuple(e * c for e, c in enumerate(self.coefficients))[1:] or (0,))


Operation: TypeAlias = Einsum | Take | Sum | Difference | Apply


def _common(shapes: Sequence[Shape], sign: str) -> Shape:
    if not shapes:
        raise ValueError(f'"{sign}" has no operands; it has at least one')
    for i, shape in enumerate(shapes):
        if shape != shapes[0]:
            raise ValueError(
                f'"{sign}" joins the shapes {list(shapes[0])} and {list(shape)} (operand {i}); '
                "shapes are equal, nothing is broadcast"
            )
    return shapes[0]


def _bounded(shape: Shape) -> Shape:
    if prod(shape) > LARGEST_TENSOR:
        raise ValueError(
            f"a value of shape {list(shape)} has {prod(shape)} entries; a law holds at most {LARGEST_TENSOR} at once"
        )
    return shape
