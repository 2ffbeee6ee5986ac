"""Whether rank-one terms sum to a tensor, entry by entry and exactly, for many terms and large tensors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm, prod
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact import Field, Matrix, Number, Q, exact_number
from algebra_tnn.tensors.cp import CP
from algebra_tnn.tensors.sparse import SparseTensor

Integers: TypeAlias = NDArray[Any]  # doubles while all sums stay below 2^53, else Python's integers
EXACT = 2**53
LARGEST_BLOCK = 2**27  # entries of a slice that are looked at together


@dataclass(frozen=True, slots=True)
class Difference:
    """How many entries of a sum of terms are not those of a tensor, and the first of them in row-major order."""

    count: int
    index: tuple[int, ...]
    found: Number
    expected: Number


def difference(decomposition: CP, tensor: SparseTensor, field: Field = Q) -> Difference | None:
    """Where the terms do not sum to the tensor over the field; None if they do.

    Every entry is compared, over Z: denominators are cleared first, and over GF(p) residues stand for the numbers. The
    sums run in doubles if no partial sum can reach 2^53, where doubles are exact, and else in Python's integers.
    Cost: for each index i of the first mode, the product of two matrices: the other modes in two halves, by the terms
    that do not vanish at i; rows and columns that vanish in all of these are left out.
    Raises: ValueError if the shapes differ, or for a denominator that vanishes in the field; OverflowError.

    >>> eye = ((1, 0), (0, 1))
    >>> difference(CP((eye, eye)), SparseTensor((2, 2), {(0, 0): 1, (1, 1): 3}))
    Difference(count=1, index=(1, 1), found=1, expected=3)
    """
    return differences(decomposition, [tensor], field)[0]


def differences(decomposition: CP, tensors: Sequence[SparseTensor], field: Field = Q) -> list[Difference | None]:
    """``difference`` for several tensors of one shape; the terms are summed once."""
    for tensor in tensors:
        if decomposition.shape != tensor.shape:
            shapes = ["×".join(map(str, shape)) for shape in (decomposition.shape, tensor.shape)]
            raise ValueError(f"the decomposition has shape {shapes[0]} and the tensor {shapes[1]}; they are equal")
    targets = [{index: y for index, x in tensor.entries.items() if (y := field.number(x))} for tensor in tensors]
    integral, scale, bound = _integral(
        decomposition, lcm(*(x.denominator for one in targets for x in one.values())), field
    )
    bound += max((abs(int(x * scale)) for one in targets for x in one.values()), default=0)
    sums = _Sums([factor.astype(np.float64 if bound < EXACT else object) for factor in integral], field.characteristic)
    slices = [sums.slices({index: int(x * scale) for index, x in one.items()}) for one in targets]
    counts = [0] * len(targets)
    first: list[tuple[int, ...] | None] = [None] * len(targets)
    for i in range(decomposition.shape[0]):
        block = sums.block(i)
        for t, own in enumerate(slices):
            wrong, place = sums.mismatches(block, own.get(i, []))
            counts[t] += wrong
            if place is not None and first[t] is None:
                first[t] = (i, *place)
    return [
        None if at is None else Difference(count, at, _entry(decomposition, at, field), target.get(at, 0))
        for count, at, target in zip(counts, first, targets, strict=True)
    ]


def _entry(decomposition: CP, index: Sequence[int], field: Field) -> Number:
    rows = (factor[i] for factor, i in zip(decomposition.factors, index, strict=True))
    return field.number(exact_number(sum((Fraction(prod(term)) for term in zip(*rows, strict=True)), Fraction(0))))


def _integral(decomposition: CP, multiple: int, field: Field) -> tuple[list[Integers], int, int]:
    """Factors over Z, the number by which the sum of their terms is larger, and a bound of all partial sums.

    The number is a multiple of the given one. The bound is one of each product of entries on the way, too.
    """
    read = [_cleared(factor, field) for factor in decomposition.factors]
    denominators = [prod(column) for column in zip(*(parts for _, parts in read), strict=True)]
    scale = lcm(multiple, *denominators)
    factors = [factor for factor, _ in read]
    if scale != 1:
        factors[0] = factors[0].astype(object) * np.array([scale // d for d in denominators], dtype=object)
    largest = [np.maximum(1, np.abs(factor).max(axis=0)).tolist() for factor in factors]
    return factors, scale, sum(map(prod, zip(*largest, strict=True)))


def _cleared(factor: Matrix, field: Field) -> tuple[Integers, list[int]]:
    """The columns, over the field, times their common denominators, and these."""
    if all(set(map(type, row)) == {int} for row in factor):
        integers: Integers = np.array(factor, dtype=object)
        if np.abs(integers).max() < 2**63:
            integers = integers.astype(np.int64)
        p = field.characteristic
        return (integers % p if p else integers), [1] * len(factor[0])
    rows = field.matrix(factor)
    denominators = [lcm(*(x.denominator for x in column)) for column in zip(*rows, strict=True)]
    cleared = [[int(x * d) for x, d in zip(row, denominators, strict=True)] for row in rows]
    return np.array(cleared, dtype=object), denominators


@dataclass(frozen=True, slots=True)
class _Block:
    """A slice of the sum without the rows and columns that vanish, and where its rows and columns are."""

    entries: Integers
    rows: NDArray[np.int64]
    columns: NDArray[np.int64]


class _Sums:
    """The slices of a sum of terms, as matrices; over GF(p) modulo p."""

    def __init__(self, factors: Sequence[Integers], p: int) -> None:
        self._p = p
        half = len(factors) // 2 + 1
        self._row_shape, self._column_shape = (
            [len(factor) for factor in some] for some in (factors[1:half], factors[half:])
        )
        one = np.ones((1, factors[0].shape[1]), dtype=factors[0].dtype)
        self._first = factors[0]
        self._left, self._right = _khatri_rao([one, *factors[1:half]]), _khatri_rao([one, *factors[half:]])

    def slices(self, entries: Mapping[tuple[int, ...], int]) -> dict[int, list[tuple[int, int, int]]]:
        """The entries of a tensor by their first index: row, column and value in the slice."""
        found: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        half = 1 + len(self._row_shape)
        for index, x in entries.items():
            row, column = _position(index[1:half], self._row_shape), _position(index[half:], self._column_shape)
            found[index[0]].append((row, column, x))
        return found

    def block(self, i: int) -> _Block:
        """The slice at the index i of the first mode."""
        terms = np.flatnonzero(self._first[i])
        left, right = self._left[:, terms], self._right[:, terms]
        rows, columns = (np.flatnonzero((side != 0).any(axis=1)) for side in (left, right))
        if len(rows) * len(columns) > LARGEST_BLOCK:
            raise OverflowError(f"a slice of the sum has more than {LARGEST_BLOCK:,} entries; the tensor is too large")
        return _Block((left[rows] * self._first[i, terms]) @ right[columns].T, rows, columns)

    def mismatches(self, block: _Block, entries: Sequence[tuple[int, int, int]]) -> tuple[int, tuple[int, ...] | None]:
        """How many entries of a slice are not the given ones, and the first of them."""
        rest = block.entries.copy()
        row_of, column_of = ({at: k for k, at in enumerate(some.tolist())} for some in (block.rows, block.columns))
        outside = []
        for row, column, x in entries:
            if row in row_of and column in column_of:
                rest[row_of[row], column_of[column]] -= x
            else:
                outside.append((row, column))  # the sum is zero there, and x is not
        wrong = np.argwhere((rest % self._p if self._p else rest) != 0)
        places = [(int(block.rows[j]), int(block.columns[k])) for j, k in wrong[:1]] + outside
        if not places:
            return 0, None
        row, column = min(places)
        return len(wrong) + len(outside), (*_index(row, self._row_shape), *_index(column, self._column_shape))


def _khatri_rao(factors: Sequence[Integers]) -> Integers:
    """The column-wise Kronecker product."""
    rows = factors[0]
    for factor in factors[1:]:
        if len(rows) * factor.size > LARGEST_BLOCK:
            raise OverflowError(f"half of the modes have more than {LARGEST_BLOCK:,} products; the tensor is too large")
        rows = (rows[:, None, :] * factor[None, :, :]).reshape(-1, rows.shape[1])
    return rows


def _position(index: Sequence[int], shape: Sequence[int]) -> int:
    """The place of a multi-index in row-major order."""
    place = 0
    for i, n in zip(index, shape, strict=True):
        place = place * n + i
    return place


def _index(place: int, shape: Sequence[int]) -> tuple[int, ...]:
    """The multi-index at a place in row-major order."""
    index: list[int] = []
    for n in reversed(shape):
        place, i = divmod(place, n)
        index.append(i)
    return tuple(reversed(index))
