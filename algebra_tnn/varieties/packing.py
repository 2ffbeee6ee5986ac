"""How many points each box of a partition takes, so that no box gets more tangent vectors than it has room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.varieties.segre_veronese import SegreVeronese
from algebra_tnn.varieties.variety import Indices

Box: TypeAlias = tuple[int, ...]  # the number of a piece in each factor
Edges: TypeAlias = tuple[tuple[int, ...], ...]  # for each factor the ends 0 = e₀ < e₁ < … of its pieces

SHORTEST = 2  # length of a piece, about
_PER_LINE = 4  # points that a line of coarser boxes should have at least, for an even distribution


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """A partition of the coordinates into boxes, products of pieces of the factors, and its number of points per box.

    ``counts`` has one axis per factor.
    """

    edges: Edges
    counts: NDArray[np.intp]

    @property
    def cuts(self) -> tuple[int, ...]:
        """The number of pieces of each factor."""
        return tuple(len(edges) - 1 for edges in self.edges)

    def shape(self, box: Box) -> tuple[int, ...]:
        return tuple(edges[i + 1] - edges[i] for edges, i in zip(self.edges, box, strict=True))

    def slices(self, box: Box) -> tuple[slice, ...]:
        """The indices of each factor that belong to the box."""
        return tuple(slice(edges[i], edges[i + 1]) for edges, i in zip(self.edges, box, strict=True))


def layers(variety: SegreVeronese, r: int, volume: float, rng: np.random.Generator) -> list[Layer]:
    """Partitions from fine to coarse, each a refinement of the next, the last of one box, that take r points.

    The finest boxes have about ``volume`` coordinates. A layer takes as many points as fit; what is left goes to
    coarser boxes, whose room is what is left in theirs, and at last to the whole.
    """
    pieces = cuts(variety, volume)
    edges = tuple(tuple(round(i * n / k) for i in range(k + 1)) for n, k in zip(variety.shape, pieces, strict=True))
    room = np.ones(pieces, dtype=np.intp)
    for factor, (degree, size) in enumerate(zip(variety.degrees, variety.sizes, strict=True)):
        room *= _along(np.diff(edges[factor]) if degree == 1 else [size], factor, room.ndim)
    found = []
    while room.size > 1:
        counts, room = _packed(room, edges, r, rng)
        found.append(Layer(edges, counts))
        r -= int(counts.sum())
        edges, room = _coarser(edges, room, r)
    return [*found, Layer(edges, np.full_like(room, r))]


def cuts(variety: SegreVeronese, volume: float) -> tuple[int, ...]:
    """The number of pieces of each factor: long ones of degree one are cut into equal lengths.

    Short pieces lose rank: with a piece of one entry tensors become matrices, where tangent spaces meet.
    """
    pieces = [1] * len(variety.shape)
    linear = sorted((n, factor) for factor, n in enumerate(variety.shape) if variety.degrees[factor] == 1)
    rest = volume / prod(n for n, degree in zip(variety.sizes, variety.degrees, strict=True) if degree > 1)
    for done, (n, factor) in enumerate(linear):
        length = max(SHORTEST, max(rest, 1) ** (1 / (len(linear) - done)))
        pieces[factor] = max(1, round(n / length))
        rest *= pieces[factor] / n
    return tuple(pieces)


def _coarser(edges: Edges, room: Indices, r: int) -> tuple[Edges, Indices]:
    """Unions of at least two pieces each, so few that r points can fill the lines of boxes, and the room in them."""
    lines = sum(k > 1 for k in room.shape) - 1
    wanted = 1
    while _PER_LINE * (wanted + 1) ** lines <= r and 2 * (wanted + 1) <= max(room.shape):
        wanted += 1
    united = []
    for factor, (ends, k) in enumerate(zip(edges, room.shape, strict=True)):
        fewer = max(1, min(wanted, k // 2))
        starts = [round(i * k / fewer) for i in range(fewer)]
        room = np.add.reduceat(room, starts, axis=factor)
        united.append(tuple(ends[i] for i in [*starts, k]))
    return tuple(united), room


def _along(values: Sequence[int] | Indices, axis: int, axes: int) -> Indices:
    """The values as an array that varies along one axis only."""
    return np.asarray(values, dtype=np.intp).reshape([-1 if i == axis else 1 for i in range(axes)])


def _packed(room: Indices, edges: Edges, limit: int, rng: np.random.Generator) -> tuple[Indices, Indices]:
    """Greedily, at most ``limit`` points in boxes with this room: the number per box, and the room that is left.

    A point takes n_f places in each box that differs from its own in the piece of factor f alone, n_f the size of that
    piece there, and Σ n_f − (k − 1) places in its own. The next point goes where the lines through its box have most
    room, measured by Σ 1/(1 + room) so that the fullest box counts most.
    """
    axes = room.ndim
    room, counts = room.copy(), np.zeros_like(room)
    taken = [_along(np.diff(ends), factor, axes) for factor, ends in enumerate(edges)]
    own = sum(taken) - (axes - 1)
    for _ in range(limit):
        fits = room >= own
        tightness = np.zeros(room.shape)
        pressure = 1.0 / (1 + room)
        for factor in range(axes):
            fits &= (room >= taken[factor]).all(axis=factor, keepdims=True)
            tightness += pressure.sum(axis=factor, keepdims=True)
        if not fits.any():
            break
        tightness += 1e-3 * rng.random(room.shape)
        box = np.unravel_index(np.where(fits, tightness, np.inf).argmin(), room.shape)
        counts[box] += 1
        for factor in range(axes):
            line = tuple(slice(None) if f == factor else box[f] for f in range(axes))
            room[line] -= taken[factor].ravel()
        room[box] += axes - 1
    return counts, room


__all__ = ["Box", "Layer", "layers"]
