"""Tensors with few small entries, one for each class modulo symmetry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, permutations, product
from math import prod
from typing import Any, TypeAlias

from algebra_tnn.tensors import Tensor

Shape: TypeAlias = tuple[int, ...]
Entries: TypeAlias = tuple[int, ...]
Symmetry: TypeAlias = tuple[Entries, Entries]  # where each entry comes from, and its sign


@dataclass(frozen=True)
class SmallTensors:
    """Tensors of these shapes with entries among ``values``, at most ``most`` of them other than 0.

    The order of modes of equal size, the order of the indices of a mode, and, if the values come with both signs, the
    signs of its slices are symmetries: none of them changes a rank.

    >>> space = SmallTensors(shapes=((2, 2),), values=(-1, 0, 1))
    >>> [tensor.entries for tensor in space.instances(0)]
    [(1, 0, 0, 0), (1, 1, 0, 0), (1, 0, 0, 1), (1, 1, 1, 0), (1, 1, 1, 1), (1, 1, 1, -1)]
    """

    shapes: tuple[Shape, ...]
    values: tuple[int, ...] = (0, 1)
    most: int | None = None

    order = "entries, then modes and their sizes, then entries other than 0, then the sum of their absolute values"
    exhaustive = True

    @property
    def description(self) -> str:
        shapes = ", ".join("×".join(map(str, shape)) for shape in self.shapes)
        number = "" if self.most is None else f", at most {self.most} of them other than 0"
        listed = ", ".join(map(str, self.values)).replace("-", "−")
        signs = ", signs of slices" if self._signed else ""
        return (
            f"tensors of the shapes {shapes} with entries among {listed}{number}, "
            f"modulo orders of modes and of indices{signs}"
        )

    @property
    def _signed(self) -> bool:
        return any(-x in self.values for x in self.values if x)

    def instances(self, seed: int) -> Iterator[Tensor]:
        for shape in sorted(self.shapes, key=_shape_size):
            count = prod(shape)
            for nonzero in range(1, min(self.most or count, count) + 1):
                choices = sorted(product([x for x in self.values if x], repeat=nonzero), key=_absolute_sum)
                seen = set[Entries]()
                for numbers in choices:
                    for places in combinations(range(count), nonzero):
                        entries = [0] * count
                        for place, x in zip(places, numbers, strict=True):
                            entries[place] = x
                        if (found := tuple(entries)) not in seen:
                            orbit = _orbit(shape, found, self._signed)
                            seen |= orbit
                            yield Tensor(shape, max(orbit))

    def size(self, instance: Tensor) -> tuple[Any, ...]:
        nonzero = [int(x) for x in instance.entries if x]
        return *_shape_size(instance.shape), len(nonzero), _absolute_sum(nonzero)

    def smaller(self, instance: Tensor) -> Iterator[Tensor]:
        """One entry is 0, or nearer to it."""
        for place, x in enumerate(instance.entries):
            for other in sorted((y for y in self.values if abs(y) < abs(int(x))), key=abs):
                changed = (*instance.entries[:place], other, *instance.entries[place + 1 :])
                if any(changed):
                    yield Tensor(instance.shape, changed)

    def canonical(self, instance: Tensor) -> tuple[Shape, Entries]:
        entries = tuple(int(x) for x in instance.entries)
        return instance.shape, max(_orbit(instance.shape, entries, self._signed))


def _shape_size(shape: Shape) -> tuple[int, int, Shape]:
    return prod(shape), len(shape), shape


def _absolute_sum(numbers: Entries | list[int]) -> int:
    return sum(map(abs, numbers))


def _orbit(shape: Shape, entries: Entries, signed: bool) -> set[Entries]:
    return {
        tuple(sign * entries[place] for place, sign in zip(places, signs, strict=True))
        for places, signs in _symmetries(shape, signed)
    }


@lru_cache(maxsize=16)
def _symmetries(shape: Shape, signed: bool) -> tuple[Symmetry, ...]:
    """The group that permutes modes of equal size and the indices of each mode, and changes signs of slices."""
    strides = [prod(shape[mode + 1 :]) for mode in range(len(shape))]
    cells = list(product(*map(range, shape)))
    orders = [o for o in permutations(range(len(shape))) if tuple(shape[mode] for mode in o) == shape]
    moves = [[*permutations(range(n))] for n in shape]
    flips = [[*product((1, -1) if signed else (1,), repeat=n)] for n in shape]
    found = set[Symmetry]()
    for order, turned, signs in product(orders, product(*moves), product(*flips)):
        places = tuple(sum(strides[mode] * turned[mode][cell[at]] for at, mode in enumerate(order)) for cell in cells)
        found.add((places, tuple(prod(signs[mode][i] for mode, i in enumerate(cell)) for cell in cells)))
    return tuple(sorted(found))
