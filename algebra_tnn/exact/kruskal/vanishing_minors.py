"""All singular square submatrices of a matrix modulo a prime: Laplace expansion as matrix products.

Split the columns into two halves B and C. The minor on the rows S, the columns J of B and the columns K of C is

    Σ ± B[T, J] · C[S∖T, K]   over the T ⊂ S with |T| = |J|,

so for fixed S and |J| all these minors are one product of two small tables of minors of the halves. Most of the work is
then done by the BLAS, at a few nanoseconds per minor, and the tables are tiny: the minors of the halves.

A prime may have up to 40 bits. Where the products of its residues would not be exact in doubles, one factor is written
in centred digits to a base that is a power of two, and the products of the digits are put together by Horner's rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import comb, prod
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.blas import Doubles
from algebra_tnn.exact.modular.centred import largest_residue, reduce_in_place

Indices: TypeAlias = NDArray[np.int64]

_BLOCK = 1 << 16  # minors that are examined at a time; they stay in the cache


def dependent_subsets(table: Doubles, p: int) -> Iterator[tuple[int, Indices]]:
    """The k-subsets of the columns of [I | table] that are dependent modulo p, where the table has k rows.

    They come block by block, each with the number of subsets that were examined for it; together these are all
    C(columns, k) subsets but the first k columns. Blocks that hold most subsets come first.

    Shapes: table k × m, centred residues; each array of subsets is (number of subsets) × k, and its rows ascend.
    Cost: C(k + m, k) minors; memory for the minors of half of the columns.
    Raises: OverflowError where sums of products would not be exact, as for k = m = 16 and primes near 2^40.

    >>> for examined, subsets in dependent_subsets(np.array([[1, 2, 0], [1, 2, 3]], dtype=np.float64), 7):
    ...     print(examined, subsets.tolist())
    4 [[1, 4]]
    2 []
    2 [[2, 3]]
    1 []
    """
    height, width = table.shape
    upright = width < height  # minors do not see transposition, and few rows have few sets of rows
    for examined, rows, columns in vanishing_minors(table.T if upright else table, p):
        if upright:
            rows, columns = columns, rows
        size = rows.shape[1]
        stays = np.ones((len(rows), height), dtype=np.bool_)
        np.put_along_axis(stays, rows, False, axis=1)
        kept = np.nonzero(stays)[1].reshape(len(rows), height - size)
        yield examined, np.hstack([kept, np.sort(columns, axis=1) + height])


def vanishing_minors(table: Doubles, p: int) -> Iterator[tuple[int, Indices, Indices]]:
    """Blocks of minors of all sizes: how many were examined, and the rows and columns of those that vanish modulo p.

    Cost: as many matrices of minors as there are sets of rows, so the table should not be higher than wide.
    """
    height, width = table.shape
    if not height:
        return
    rows = _RowSets.of(height)
    halves = [_Half.of(table[:, start::2], rows, p) for start in (0, 1)]  # neighbours are parted, as are their circuits
    B, C = halves
    cells = [
        (size, left)
        for size in range(1, min(height, width) + 1)
        for left in range(max(0, size - C.width), min(size, B.width) + 1)
        if left < height and size - left < height
    ]
    cells.sort(key=lambda cell: -comb(height, cell[0]) * comb(B.width, cell[1]) * comb(C.width, cell[0] - cell[1]))
    for size, left in cells:
        yield from _cell(B, C, rows, size, left, p)
    for start, half in enumerate(halves):
        for examined, chosen in half.vanishing_maximal_minors(rows, p):
            yield examined, np.broadcast_to(np.arange(height), chosen.shape), 2 * chosen + start


def exact_base(p: int, terms: int) -> int:
    """The largest power of two to which digits may be taken; below 4 there is no digit and no exact sum.

    A sum of so many products of a digit with a residue is added to the base times a residue, and stays exact.

    >>> exact_base(2**31 - 1, 252), exact_base(8388593, 252), exact_base(2**40 - 87, 12870)
    (65536, 16777216, 2)
    """
    bound = 2 * ((2**53 - p) // largest_residue(p)) // (terms + 2)
    return 1 << max(bound.bit_length() - 1, 0)


def _digits(array: Doubles, base: int, p: int) -> list[Doubles]:
    """Centred digits |d| ≤ base/2 of centred residues, the highest first."""
    if base < 4:
        raise OverflowError(f"minors modulo {p} are too large for exact sums; choose a smaller prime")
    digits, largest = [], largest_residue(p)
    while 2 * largest > base:
        higher = np.rint(array * (1 / base))
        digits.append(array - base * higher)
        array, largest = higher, largest // base + 1
    return [array, *digits[::-1]]


def _is_zero(array: Doubles, p: int) -> NDArray[np.bool_]:
    """Where the integers |x| ≤ 2^53 − p are divisible by p."""
    multiple = array * (1 / p)
    np.rint(multiple, out=multiple)
    multiple *= p
    return np.equal(multiple, array)


@dataclass(frozen=True, slots=True)
class _RowSets:
    """The sets of rows by their size, as bit masks and as lists; `place` finds a mask among those of its size."""

    masks: list[Indices]
    members: list[Indices]
    place: Indices
    smaller: list[Indices]  # where each set is found without its i-th member

    @classmethod
    def of(cls, height: int) -> _RowSets:
        bits = np.arange(1 << height)[:, None] >> np.arange(height) & 1
        sizes = bits.sum(axis=1)
        masks = [np.flatnonzero(sizes == size) for size in range(height + 1)]
        members = [np.nonzero(bits[mask])[1].reshape(len(mask), size) for size, mask in enumerate(masks)]
        place = np.zeros(1 << height, dtype=np.int64)
        for mask in masks:
            place[mask] = np.arange(len(mask))
        smaller = [place[mask[:, None] - (1 << member)] for mask, member in zip(masks, members, strict=True)]
        return cls(masks, members, place, smaller)


@dataclass(frozen=True, slots=True)
class _Half:
    """The minors of some columns: for each size below the height a table with a row for each set of rows.

    Column subsets are listed by their last column, so that those of the first j columns come first.
    """

    table: Doubles
    minors: list[Doubles]
    subsets: list[Indices]

    @property
    def width(self) -> int:
        return int(self.table.shape[1])

    @classmethod
    def of(cls, table: Doubles, rows: _RowSets, p: int) -> _Half:
        height, width = table.shape
        half = cls(table, [np.ones((1, 1))], [np.zeros((1, 0), dtype=np.int64)])
        for size in range(1, min(height - 1, width) + 1):
            minors = np.hstack([half._extended(size, j, rows, p) for j in range(size - 1, width)])
            reduce_in_place(minors, p)
            subsets = np.vstack([half._with_last(size, j) for j in range(size - 1, width)])
            half.minors.append(minors)
            half.subsets.append(subsets)
        return half

    def _with_last(self, size: int, j: int) -> Indices:
        """The column subsets of this size whose last column is j."""
        before = self.subsets[size - 1][: comb(j, size - 1)]
        return np.hstack([before, np.full((len(before), 1), j)])

    def _extended(self, size: int, j: int, rows: _RowSets, p: int) -> Doubles:
        """Their minors, by expansion along the column j; not yet reduced modulo p."""
        before = self.minors[size - 1][:, : comb(j, size - 1)]
        members, smaller = rows.members[size], rows.smaller[size]
        total = np.zeros((len(members), before.shape[1]))
        base = exact_base(p, size)
        for place, digit in enumerate(_digits(self.table[:, j], base, p)):
            if place:
                reduce_in_place(total, p)
                total *= base
            for i in range(size):
                sign = (-1) ** (size - 1 - i)
                total += (sign * digit[members[:, i], None]) * before[smaller[:, i]]
        return total

    def vanishing_maximal_minors(self, rows: _RowSets, p: int) -> Iterator[tuple[int, Indices]]:
        """The subsets of as many columns as there are rows whose minor vanishes; they are in no table."""
        height = len(self.table)
        for j in range(height - 1, self.width):
            zero = _is_zero(self._extended(height, j, rows, p), p)[0]
            subsets = self._with_last(height, j)[zero] if zero.any() else np.zeros((0, height), dtype=np.int64)
            yield len(zero), subsets


def _cell(B: _Half, C: _Half, rows: _RowSets, size: int, left: int, p: int) -> Iterator[tuple[int, Indices, Indices]]:
    """The minors of this size with `left` columns in B and the rest in C."""
    chosen = np.array(list(combinations(range(size), left)), dtype=np.int64).reshape(comb(size, left), left)
    signs = 1 - 2 * ((chosen.sum(axis=1) - comb(left, 2)) % 2)
    first, second, base = B.minors[left], C.minors[size - left], exact_base(p, len(chosen))
    sizes = len(chosen), first.shape[1], second.shape[1]
    step, part = max(1, _BLOCK * min(sizes) // prod(sizes)), max(1, _BLOCK // sizes[2])
    for start in range(0, len(rows.masks[size]), step):
        members, masks = rows.members[size][start : start + step], rows.masks[size][start : start + step]
        of_B = (1 << members)[:, chosen].sum(axis=2)  # for each set of rows, its subsets of size `left`
        right = second[rows.place[masks[:, None] - of_B]] * signs[:, None]
        for begin in range(0, sizes[1], part):
            digits = _digits(first[:, begin : begin + part][rows.place[of_B]], base, p)
            total = np.matmul(digits[0].transpose(0, 2, 1), right)
            for digit in digits[1:]:
                reduce_in_place(total, p)
                total *= base
                total += np.matmul(digit.transpose(0, 2, 1), right)
            S, J, K = np.unravel_index(np.flatnonzero(_is_zero(total, p)), total.shape)
            columns = np.hstack([2 * B.subsets[left][begin + J], 2 * C.subsets[size - left][K] + 1])
            yield total.size, members[S], columns
