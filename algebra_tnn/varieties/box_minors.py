"""Invertible minors of Terracini matrices of points that are supported on boxes, box by box.

Where ``boxes`` counts the ranks of boxes modulo the finer ones, this keeps for each box rows and columns on which they
are reached, so that all of it can be followed: block after block of the matrix is invertible modulo those before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations_with_replacement, product
from math import factorial, prod

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.blas import Doubles
from algebra_tnn.exact.modular.centred import reduced
from algebra_tnn.exact.modular.inverses import inverse
from algebra_tnn.varieties.boxes import Elimination, flat
from algebra_tnn.varieties.packing import Box, Layer, layers
from algebra_tnn.varieties.segre_veronese import SegreVeronese
from algebra_tnn.varieties.variety import Indices, Points

Row = tuple[int, int, int]  # the derivative of a point by an entry of its vector in a factor: factor, point, entry


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Derivatives that are independent modulo the blocks ``after``, numbers of earlier ones.

    Modulo these, in this order, they are zero outside of the coordinates ``columns``; on the first of them, as many as
    there are rows, they are invertible modulo the prime, with this inverse. Coordinates are coefficients of products of
    powers of linear forms, so those of ``SegreVeronese`` times multinomial coefficients.
    """

    rows: tuple[Row, ...]
    columns: Indices
    after: tuple[int, ...]
    inverse: Doubles


@dataclass(frozen=True, slots=True, eq=False)
class BoxMinor:
    """Points that are supported on boxes, and the blocks of their Terracini matrix modulo a prime."""

    points: Points
    blocks: tuple[Block, ...]

    @property
    def rank(self) -> int:
        return sum(len(block.rows) for block in self.blocks)


def box_minor(variety: SegreVeronese, r: int, volume: float, *, modulus: int, seed: int = 0) -> BoxMinor:
    """An invertible minor as large as the rank of the Terracini matrix of r points on boxes of about this volume.

    Points beyond those that can fill the space are left out. Shapes: ``points[f]`` is (number of points) × shape[f].
    Cost: that of ``box_rank``.

    >>> from algebra_tnn.varieties import Segre
    >>> found = box_minor(Segre((4, 4, 4)), 7, 8.0, modulus=101)
    >>> found.rank, [len(block.rows) for block in found.blocks]
    (64, [8, 6, 8, 8, 8, 8, 6, 8, 4])
    """
    rng = np.random.default_rng(seed)
    plan = layers(variety, min(r, -(-variety.ambient // variety.dimension) + 1), volume, rng)
    points = variety.random_points(sum(int(layer.counts.sum()) for layer in plan), rng, modulus)
    elimination = Elimination(variety, plan, points, modulus)
    for level in range(len(plan)):
        elimination.eliminate(level)
    return BoxMinor(_supported(points, plan), tuple(_blocks(elimination)))


def _blocks(found: Elimination) -> Iterator[Block]:
    numbers: dict[tuple[int, Box], int] = {}
    scales = _multinomials(found.variety, found.modulus)
    for level, spaces in enumerate(found.spaces):
        for box, space in spaces.items():
            if not space.rank:
                continue
            matrix, labels = flat(found.rows(level, box, found.lines[level](box))), _labels(found, level, box)
            columns = _columns(found, level, box)
            columns = np.concatenate([columns[space.pivots], columns[space.free]])
            square = matrix[np.ix_(space.rows, space.pivots)]
            scaled = reduced(square * scales[columns[: space.rank]], found.modulus)
            after = sorted(numbers[inside] for inside in _inside(found, level, box) if inside in numbers)
            numbers[level, box] = len(numbers)
            yield Block(tuple(labels[i] for i in space.rows), columns, tuple(after), inverse(scaled, found.modulus))


def _labels(found: Elimination, level: int, box: Box) -> list[Row]:
    """What the rows of a box are, in their order."""
    lines, places = found.lines[level](box), found.layers[level].slices(box)
    return [
        (factor, point, entry)
        for factor, (chosen, place) in enumerate(zip(lines, places, strict=True))
        for point in chosen
        for entry in range(place.start, place.stop)
    ]


def _columns(found: Elimination, level: int, box: Box) -> Indices:
    """The coordinates in a box that the finer layers leave."""
    if level:
        parts = ((finer, found.spaces[level - 1][finer]) for finer in found.finer(level, box))
        return np.concatenate([_columns(found, level - 1, finer)[space.free] for finer, space in parts])
    sizes = found.variety.sizes
    ranges = zip(found.layers[0].slices(box), sizes, found.variety.degrees, strict=True)
    axes = [np.arange(n)[place if degree == 1 else slice(None)] for place, n, degree in ranges]
    return np.arange(found.variety.ambient).reshape(sizes)[np.ix_(*axes)].ravel()


def _inside(found: Elimination, level: int, box: Box) -> Iterator[tuple[int, Box]]:
    """The boxes of all finer layers in a box."""
    for finer in found.finer(level, box) if level else ():
        yield from _inside(found, level - 1, finer)
        yield level - 1, finer


def _supported(points: Points, plan: list[Layer]) -> Points:
    """The vectors with zeros outside of the boxes of the points, which come layer by layer and box by box."""
    result = tuple(np.zeros_like(vectors) for vectors in points)
    homes = (place for layer in plan for place in _homes(layer))
    for point, places in enumerate(homes):
        for target, vectors, place in zip(result, points, places, strict=True):
            target[point, place] = vectors[point, place]
    return result


def _homes(layer: Layer) -> Iterator[tuple[slice, ...]]:
    for box in np.ndindex(*layer.cuts):
        yield from [layer.slices(box)] * int(layer.counts[box])


def _multinomials(variety: SegreVeronese, modulus: int) -> NDArray[np.float64]:
    """The multinomial coefficients of all coordinates modulo a prime above the degrees."""
    factors = [
        [factorial(d) // prod(factorial(term.count(i)) for i in set(term)) for term in _terms(n, d)]
        for n, d in zip(variety.shape, variety.degrees, strict=True)
    ]
    return np.array([prod(chosen) % modulus for chosen in product(*factors)], dtype=np.float64)


def variables(variety: SegreVeronese, coordinates: Indices) -> list[list[int]]:
    """The monomials of coordinates: their variables, with repetitions, numbered through all factors.

    >>> variables(SegreVeronese((2, 2), (1, 2)), np.array([1, 5]))
    [[0, 2, 3], [1, 3, 3]]
    """
    starts = np.cumsum([0, *variety.shape])
    factors = [
        [[start + i for i in term] for term in _terms(n, d)]
        for start, n, d in zip(starts.tolist(), variety.shape, variety.degrees, strict=False)
    ]
    places = np.array(np.unravel_index(coordinates, variety.sizes)).T.tolist()
    return [[v for part, i in zip(factors, place, strict=True) for v in part[i]] for place in places]


def _terms(n: int, degree: int) -> list[tuple[int, ...]]:
    return list(combinations_with_replacement(range(n), degree))


__all__ = ["Block", "BoxMinor", "box_minor", "variables"]
