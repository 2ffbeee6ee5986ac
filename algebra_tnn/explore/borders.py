"""The border of an up-set of points with positive integer coordinates: what is minimal in it, and maximal outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

Point: TypeAlias = tuple[int, ...]


def at_most(one: Point, other: Point) -> bool:
    """Whether no coordinate of one is larger than that of the other."""
    return all(a <= b for a, b in zip(one, other, strict=True))


class Border:
    """The points of the box 1 ≤ x_i ≤ sizes[i] that are explored so far, for an up-set that is asked point by point.

    ``candidates`` are the minimal ones among the points that lie below no point of ``outside``, without those of
    ``minimal``. So a candidate in the up-set is minimal there; and above one that is not there is a maximal point
    outside, above which new candidates begin. When there are no candidates, each point of the box lies above one of
    ``minimal`` or below one of ``outside``, and these two lists prove one another.

    >>> border = Border((3, 9))
    >>> while border.candidates:
    ...     border.explore(lambda x: x[0] * x[1] >= 6)
    >>> border.minimal, border.outside
    ([(2, 3), (3, 2), (1, 6)], [(3, 1), (2, 2), (1, 5)])
    """

    def __init__(self, sizes: Sequence[int]) -> None:
        self.sizes = tuple(sizes)
        self.minimal: list[Point] = []
        self.outside: list[Point] = []
        self.candidates: set[Point] = {(1,) * len(self.sizes)}

    def explore(self, contains: Callable[[Point], bool]) -> None:
        """Finds one minimal point of the up-set, or one maximal point outside."""
        point = min(self.candidates, key=lambda x: (sum(x), x))
        if contains(point):
            self.candidates.remove(point)
            self.minimal.append(point)
        else:
            for i in range(len(point)):
                point = self._raised(point, i, contains)
            self.outside.append(point)
            self._leave(point)

    def _raised(self, point: Point, i: int, contains: Callable[[Point], bool]) -> Point:
        """The point outside with the largest coordinate i."""

        def at(value: int) -> Point:
            return (*point[:i], value, *point[i + 1 :])

        low, high = point[i], self.sizes[i] + 1
        if high > low + 1 and not contains(at(self.sizes[i])):
            low = self.sizes[i]
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if contains(at(middle)) else (middle, high)
        return at(low)

    def _leave(self, point: Point) -> None:
        """Replaces the candidates below the point, which is outside, by the least ones above them and not below it."""
        below = {x for x in self.candidates if at_most(x, point)}
        above = {
            (*x[:i], value + 1, *x[i + 1 :]) for x in below for i, value in enumerate(point) if value < self.sizes[i]
        }
        kept = self.candidates - below
        above = {x for x in above if not any(at_most(other, x) for other in (*self.minimal, *kept))}
        self.candidates = kept | {x for x in above if not any(at_most(y, x) for y in above if y != x)}
