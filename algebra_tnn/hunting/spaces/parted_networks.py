"""Tensor networks with a bipartition of their modes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any, TypeAlias

from algebra_tnn.hunting.spaces.given import Listed
from algebra_tnn.laws import Law, einsum
from algebra_tnn.laws.arrays import Array
from algebra_tnn.tensors.formats import RingFormat
from algebra_tnn.tensors.formats.networks import pattern

Ring: TypeAlias = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]  # modes, bonds, on which side each mode is


@dataclass(frozen=True)
class PartedRing:
    """A tensor ring and the modes on one side of a bipartition."""

    ring: RingFormat
    side: tuple[int, ...]

    @property
    def cut(self) -> int:
        """The size of a least cut between the sides."""
        return self.ring.min_cut(self.side)

    def __str__(self) -> str:
        others = [mode for mode in range(self.ring.order) if mode not in self.side]
        return f"{self.ring}, modes {', '.join(map(str, self.side))} against {', '.join(map(str, others))}"


def parted_rings(lengths: Sequence[int], modes: Sequence[int], bonds: Sequence[int]) -> Listed[PartedRing]:
    """All tensor rings of these lengths with modes and bonds of these sizes, with all bipartitions of their modes.

    Turning and reflecting a ring, and exchanging the sides, are symmetries.

    >>> [str(each) for each in parted_rings([3], [2], [2]).instances(0)]
    ['tensor ring 2×2×2 with ranks 2,2,2, modes 0 against 1, 2']
    """
    known = dict[Ring, PartedRing]()
    for length in lengths:
        for shape, ranks in product(product(modes, repeat=length), product(bonds, repeat=length)):
            for count in range(1, length // 2 + 1):
                for side in combinations(range(length), count):
                    each = PartedRing(RingFormat(shape, ranks), side)
                    known.setdefault(_least_turn(each), each)
    sizes = [" or ".join(map(str, some)) for some in (lengths, modes, bonds)]
    return Listed(
        f"tensor rings of {sizes[0]} nodes with modes of sizes {sizes[1]} and bonds of sizes {sizes[2]}, all "
        "bipartitions of the modes, modulo turns and reflections",
        known.values(),
        measure=_size,
        symmetry=_least_turn,
        order="nodes, then the sum of the sizes of modes and bonds, then entries",
    )


def _size(each: PartedRing) -> tuple[int, ...]:
    ring = each.ring
    return ring.order, sum(ring.shape) + sum(ring.ranks), ring.entry_count


def _least_turn(each: PartedRing) -> Ring:
    return min(_turns(each))


def _turns(each: PartedRing) -> Iterator[Ring]:
    """The rings that are the same as this one, read from another node or in the other direction."""
    ring, d = each.ring, each.ring.order
    for start, step in product(range(d), (1, -1)):
        places = [(start + step * k) % d for k in range(d)]
        between = [ring.ranks[place if step == 1 else (place + 1) % d] for place in places]
        for inside in (1, 0):
            sides = tuple(inside if place in each.side else 1 - inside for place in places)
            yield tuple(ring.shape[place] for place in places), tuple(between), sides


@dataclass(frozen=True)
class EqualRing:
    """A ring of ``nodes`` equal nodes with modes of size ``mode`` and bonds of size ``bond``, and the modes of a side.

    >>> ring = EqualRing(4, 2, 3, (0, 2))
    >>> print(ring)
    ring of 4 equal nodes, modes 2, bonds 3, modes 0, 2 against 1, 3
    >>> ring.flattening().shape
    (4, 4)
    """

    nodes: int
    mode: int
    bond: int
    side: tuple[int, ...]

    @property
    def independent(self) -> RingFormat:
        """The ring whose nodes need not be equal."""
        return RingFormat((self.mode,) * self.nodes, self.bond)

    def flattening(self) -> Law:
        """The flattening at the side, as a matrix that is polynomial in the node G."""
        d, n = self.nodes, self.mode
        others = [mode for mode in range(d) if mode not in self.side]
        around = [(f"r{k}", f"i{k}", f"r{(k + 1) % d}") for k in range(d)]
        grouped = [(f"i{k}" for k in self.side), (f"i{k}" for k in others)]
        words = [*around, *((*modes, f"row{at}") for at, modes in enumerate(grouped))]
        places = [_places(n, len(self.side)), _places(n, len(others))]
        written = pattern(words, ("row0", "row1"))
        return Law.trace(lambda G: einsum(written, *[G] * d, *places), {}, {"G": (self.bond, n, self.bond)})

    def __str__(self) -> str:
        others = [mode for mode in range(self.nodes) if mode not in self.side]
        sides = f"modes {', '.join(map(str, self.side))} against {', '.join(map(str, others))}"
        return f"ring of {self.nodes} equal nodes, modes {self.mode}, bonds {self.bond}, {sides}"


def equal_rings(nodes: Sequence[int], modes: Sequence[int], bonds: Sequence[int]) -> Listed[EqualRing]:
    """All rings of equal nodes of these lengths and sizes, with all bipartitions of their modes, up to symmetry.

    >>> [ring.side for ring in equal_rings([4], [2], [2]).instances(0)]
    [(0,), (0, 1), (0, 2)]
    """
    known = dict[tuple[int, Ring], EqualRing]()
    for d, n, r in product(nodes, modes, bonds):
        for count in range(1, d // 2 + 1):
            for side in combinations(range(d), count):
                each = EqualRing(d, n, r, side)
                known.setdefault(_equal_symmetry(each), each)
    sizes = [" or ".join(map(str, some)) for some in (nodes, modes, bonds)]
    return Listed(
        f"rings of {sizes[0]} equal nodes with modes of sizes {sizes[1]} and bonds of sizes {sizes[2]}, all "
        "bipartitions of the modes, modulo turns and reflections",
        known.values(),
        measure=lambda ring: (ring.nodes, ring.mode + ring.bond, ring.mode, len(ring.side)),
        symmetry=_equal_symmetry,
        order="nodes, then the sizes of a mode and a bond together, then that of a mode, then the modes of the side",
    )


def _equal_symmetry(ring: EqualRing) -> tuple[int, Ring]:
    return ring.bond, _least_turn(PartedRing(ring.independent, ring.side))


def _places(size: int, modes: int) -> Any:
    """The constant that numbers the indices of so many modes of this size."""
    count = size**modes
    return Array((size,) * modes + (count,), tuple(int(i == j) for i in range(count) for j in range(count))).nested()
