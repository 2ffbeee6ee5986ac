"""Lower bounds for dimensions of secant varieties from points that are supported on boxes.

Cut the index set of each factor into pieces; a box is a product of pieces, and the boxes partition the coordinates.
Let all vectors of a point be supported on the pieces of one box B. A tangent vector a₁ ⊗ … ⊗ e_j ⊗ … ⊗ a_k, with the
unit vector in factor f, is supported on one box again: the one whose piece of factor f contains j and whose other
pieces are those of B. So every tangent vector lies in a box that differs from B in at most one piece, the Terracini
matrix is block diagonal over boxes, and a box holds n_f rows for each point in its line along f, where n_f is the size
of its piece (k − 1 fewer for each of its own points). Factors of higher degree are not cut: a monomial with variables
from two pieces would lie in no box of either.

Points that do not fit are supported on coarser boxes, unions of finer ones, and the last of them on everything. Their
rows are taken modulo the row spaces of the finer boxes, which leaves few columns; on a fine box only the rows with j in
its own pieces are nonzero. Elimination goes from fine to coarse, one box at a time.

The configuration is special, and the rank modulo p of its Terracini matrix is a lower bound for the dimension over
every field of characteristic 0. That it is often reached goes back to the splitting of [AboOttavianiPeterson2009].
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import accumulate, product
from typing import TypeAlias

import numpy as np

from algebra_tnn.exact.modular.blas import Doubles, one_thread_per_caller
from algebra_tnn.exact.modular.centred import ResidueMatrix
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.exact.modular.schur import RowSpace, row_spaces
from algebra_tnn.varieties.packing import Box, Layer, layers
from algebra_tnn.varieties.segre_veronese import SegreVeronese
from algebra_tnn.varieties.variety import Points

Lines: TypeAlias = list[list[int]]  # for each factor the points whose derivatives along it are meant

_AT_ONCE = 1 << 20  # entries of the boxes that are eliminated together


def box_rank(
    variety: SegreVeronese, r: int, volume: float, *, modulus: int, rng: np.random.Generator, workers: int | None = None
) -> int:
    """The rank modulo p of the Terracini matrix of r points that are supported on boxes of about this volume.

    Points beyond those that can fill the space are left out. Bounds dim σ_r from below, in characteristic 0.
    Cost: 2 · ambient · volume² operations, and as much again for the coarser boxes where r is near the generic rank.
    """
    enough = -(-variety.ambient // variety.dimension) + 1
    plan = layers(variety, min(r, enough), volume, rng)
    points = variety.random_points(sum(int(layer.counts.sum()) for layer in plan), rng, modulus)
    elimination = Elimination(variety, plan, points, modulus)
    with one_thread_per_caller(0):
        for level in range(len(plan) - 1):
            elimination.eliminate(level)
        border = ResidueMatrix(elimination.border(), modulus)
    return elimination.rank + rank_profile(border, workers=workers).rank


class Elimination:
    """The row spaces of the boxes of all layers but the last, from the finest up."""

    def __init__(self, variety: SegreVeronese, plan: list[Layer], points: Points, modulus: int) -> None:
        self.variety, self.layers, self.points, self.modulus = variety, plan, points, modulus
        self.spaces: list[dict[Box, RowSpace]] = []
        firsts = accumulate((int(layer.counts.sum()) for layer in plan), initial=0)
        self.lines = [_lines(layer, first) for layer, first in zip(plan, firsts, strict=False)]

    @property
    def rank(self) -> int:
        return sum(space.rank for spaces in self.spaces for space in spaces.values())

    def eliminate(self, level: int) -> None:
        """Finds the row spaces of the boxes of a layer modulo those of the finer ones, several of one width at once."""
        alike: dict[int, list[Box]] = defaultdict(list)
        for box in np.ndindex(self.layers[level].cuts):
            alike[self.width(level, box)].append(box)
        spaces: dict[Box, RowSpace] = {}
        for width, boxes in alike.items():
            several = max(1, _AT_ONCE // max(1, width * width))
            for start in range(0, len(boxes), several):
                batch = boxes[start : start + several]
                spaces.update(zip(batch, self._row_spaces(level, batch), strict=True))
        self.spaces.append(spaces)

    def _row_spaces(self, level: int, boxes: list[Box]) -> list[RowSpace]:
        """The row spaces of boxes of one width; zeros fill up those with fewer rows."""
        matrices = [flat(self.rows(level, box, self.lines[level](box))) for box in boxes]
        stack = np.zeros((len(boxes), max(map(len, matrices)), matrices[0].shape[1]))
        for target, matrix in zip(stack, matrices, strict=True):
            target[: len(matrix)] = matrix
        return row_spaces(stack, self.modulus)

    def border(self) -> Doubles:
        """The rows of the points that are supported on everything, modulo the row spaces of all boxes."""
        level, whole = len(self.layers) - 1, (0,) * len(self.variety.shape)
        return flat(self.rows(level, whole, self.lines[level](whole)))

    def width(self, level: int, box: Box) -> int:
        """The number of columns that the finer layers leave in a box."""
        if level == 0:
            return self.part(box).ambient
        return sum(len(self.spaces[level - 1][finer].free) for finer in self.finer(level, box))

    def rows(self, level: int, box: Box, points: Lines) -> list[Doubles]:
        """The derivatives of points along entries of the box, restricted to it, modulo the finer layers.

        Shapes: for each factor (points, entries of the piece, width of the box).
        """
        places = self.layers[level].slices(box)
        if level == 0:
            part = self.part(box)
            restricted = [vectors[:, place] for vectors, place in zip(self.points, places, strict=True)]
            return [
                part.derivatives(tuple(vectors[chosen] for vectors in restricted), factor, self.modulus)
                for factor, chosen in enumerate(points)
            ]
        shape, width = self.layers[level].shape(box), self.width(level, box)
        result = [np.zeros((len(chosen), n, width)) for chosen, n in zip(points, shape, strict=True)]
        start = 0
        for finer in self.finer(level, box):
            space = self.spaces[level - 1][finer]
            stop = start + len(space.free)
            if start == stop:
                continue
            inside = self.layers[level - 1].slices(finer)
            rows = self.rows(level - 1, finer, points)
            for target, source, place, whole in zip(result, rows, inside, places, strict=True):
                entries = slice(place.start - whole.start, place.stop - whole.start)
                target[:, entries, start:stop] = space.modulo(source)
            start = stop
        return result

    def part(self, box: Box) -> SegreVeronese:
        """The variety of the points that are supported on a box of the finest layer."""
        return SegreVeronese(self.layers[0].shape(box), self.variety.degrees)

    def finer(self, level: int, box: Box) -> Iterator[Box]:
        """The boxes of the next finer layer inside a box."""
        places, edges = self.layers[level].slices(box), self.layers[level - 1].edges
        return product(
            *(range(ends.index(place.start), ends.index(place.stop)) for ends, place in zip(edges, places, strict=True))
        )


def _lines(layer: Layer, first: int) -> Callable[[Box], Lines]:
    """The points of a layer on the lines through a box, one line per factor; points count from ``first``."""
    found: dict[tuple[int, Box], list[int]] = defaultdict(list)
    homes = np.repeat(list(np.ndindex(layer.counts.shape)), layer.counts.ravel(), axis=0).tolist()
    for point, home in enumerate(homes, start=first):
        for factor in range(len(home)):
            found[factor, (*home[:factor], *home[factor + 1 :])].append(point)
    return lambda box: [found.get((f, (*box[:f], *box[f + 1 :])), []) for f in range(len(box))]


def flat(rows: list[Doubles]) -> Doubles:
    return np.concatenate([part.reshape(part.shape[0] * part.shape[1], part.shape[2]) for part in rows])
