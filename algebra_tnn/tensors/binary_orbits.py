"""All tensors of a small shape over GF(2): their orbits under changes of basis, and their ranks by exhaustion.

A tensor is the integer whose binary digits are its entries, row-major, the last one lowest. Sums are exclusive ors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations, permutations, product
from math import prod
from typing import TypeAlias

from algebra_tnn.tensors.tensor import Tensor

MOST_ENTRIES = 16  # 65,536 tensors

Index: TypeAlias = tuple[int, ...]
Move: TypeAlias = Callable[[Index], list[Index]]  # the places of the image of a unit tensor


@dataclass(frozen=True, slots=True)
class BinaryOrbit:
    """An orbit of tensors over GF(2) under invertible matrices on each mode, and permutations of modes of equal size.

    ``representative`` is its first tensor in the order of the entries, and ``rank`` the rank of all of them over GF(2).
    """

    representative: Tensor
    size: int
    rank: int


def binary_orbits(shape: Sequence[int]) -> tuple[BinaryOrbit, ...]:
    """The orbits of all tensors of a shape over GF(2), by rank and then by representative.

    Over GF(2) rows need no scaling, so matrices that add one row to another generate all invertible ones.
    Cost: some microseconds for each of the 2^n tensors with n entries.
    Raises: ValueError for a shape with fewer than two modes, an empty one, or more than 16 entries.

    >>> [(orbit.rank, orbit.size) for orbit in binary_orbits((2, 3))]
    [(0, 1), (1, 21), (2, 42)]
    """
    sizes = _checked(shape)
    ranks = binary_ranks(sizes)
    moves = [_table(sizes, move) for move in (*_row_additions(sizes), *_mode_permutations(sizes))]
    seen = bytearray(len(ranks))
    found = []
    for tensor, rank in enumerate(ranks):
        if seen[tensor]:
            continue
        seen[tensor] = 1
        orbit = [tensor]
        for member in orbit:  # which grows meanwhile
            for move in moves:
                if not seen[move[member]]:
                    seen[move[member]] = 1
                    orbit.append(move[member])
        found.append(BinaryOrbit(_tensor(tensor, sizes), len(orbit), rank))
    return tuple(sorted(found, key=lambda orbit: (orbit.rank, orbit.representative.entries)))


def binary_ranks(shape: Sequence[int]) -> list[int]:
    """The rank over GF(2) of each tensor of the shape, in the order of the entries: how many rank-one tensors lead to
    it from zero.

    Raises: ValueError as ``binary_orbits``.

    >>> binary_ranks((2, 2))  # the zero matrix, then [[0, 0], [0, 1]], and so on
    [0, 1, 1, 1, 1, 1, 2, 2, 1, 2, 1, 2, 1, 2, 2, 1]
    """
    sizes = _checked(shape)
    terms = {_product(vectors) for vectors in product(*(product((0, 1), repeat=n) for n in sizes))} - {0}
    ranks = [0] + [-1] * (2 ** prod(sizes) - 1)
    border = [0]
    while border:
        reached = []
        for tensor in border:
            for term in terms:
                if ranks[tensor ^ term] < 0:
                    ranks[tensor ^ term] = ranks[tensor] + 1
                    reached.append(tensor ^ term)
        border = reached
    return ranks


def _checked(shape: Sequence[int]) -> tuple[int, ...]:
    sizes = tuple(shape)
    if len(sizes) < 2 or min(sizes) < 1 or prod(sizes) > MOST_ENTRIES:
        raise ValueError(
            f"the shape is {sizes}; all tensors of the shape are looked at, so it has at least two modes, none empty, "
            f"and at most {MOST_ENTRIES} entries"
        )
    return sizes


def _places(sizes: Sequence[int]) -> list[Index]:
    return list(product(*map(range, sizes)))


def _product(vectors: Sequence[Sequence[int]]) -> int:
    return int("".join(str(prod(entries)) for entries in product(*vectors)), 2)


def _tensor(number: int, sizes: tuple[int, ...]) -> Tensor:
    return Tensor(sizes, tuple(int(digit) for digit in f"{number:0{prod(sizes)}b}"))


def _row_additions(sizes: Sequence[int]) -> Iterator[Move]:
    """In one mode the unit vector r goes to r + s."""
    for mode, n in enumerate(sizes):
        for r, s in permutations(range(n), 2):
            yield partial(_with_row_added, mode, r, s)


def _with_row_added(mode: int, r: int, s: int, i: Index) -> list[Index]:
    return [i, (*i[:mode], s, *i[mode + 1 :])] if i[mode] == r else [i]


def _mode_permutations(sizes: Sequence[int]) -> Iterator[Move]:
    """Two modes of equal size are exchanged."""
    for one, two in combinations(range(len(sizes)), 2):
        if sizes[one] == sizes[two]:
            order = list(range(len(sizes)))
            order[one], order[two] = two, one
            yield partial(_permuted, order)


def _permuted(order: Sequence[int], i: Index) -> list[Index]:
    return [tuple(i[k] for k in order)]


def _table(sizes: Sequence[int], move: Move) -> list[int]:
    """The images of all tensors under a linear map, which is given by those of the unit tensors."""
    images = [0]
    for place in reversed(_places(sizes)):  # that of the lowest digit first
        moved = move(place)
        unit = int("".join(str(int(i in moved)) for i in _places(sizes)), 2)
        images += [image ^ unit for image in images]
    return images
