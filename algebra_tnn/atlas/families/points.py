"""Which secant varieties of a variety are asked about: up to the first that fills, and what follows from others."""

from __future__ import annotations

from typing import Protocol

from algebra_tnn.atlas.families.family import checked_integer, set_numbers
from algebra_tnn.families import Description
from algebra_tnn.varieties import Secant, Variety, secant_ranks


class HasPoints(Protocol):
    """A space of varieties that says which numbers of points are asked for."""

    @property
    def ambient(self) -> int: ...

    @property
    def points(self) -> tuple[int, ...]: ...

    @property
    def beyond(self) -> int: ...

    @property
    def decisive(self) -> bool: ...


def check_points(space: HasPoints) -> None:
    """Raises: TypeError, ValueError, if a space of secant varieties is none."""
    if not isinstance(space.points, tuple) or space.points:
        set_numbers(space, points=0)
    checked_integer("ambient", space.ambient, 1)
    checked_integer("beyond", space.beyond, 0)
    if space.decisive and space.points:
        raise ValueError(f"decisive is true and points is {space.points}; decisive chooses the points, leave one out")


def expected_points(ambient: int, dimension: int, beyond: int = 0) -> range:
    """1 to the first r with r · dimension ≥ ambient, and so many more."""
    return range(1, -(-ambient // dimension) + 1 + beyond)


def most_points(variety: Variety, space: HasPoints) -> int:
    """No fewer than the numbers of points that a space asks for, without a rank: each further point adds a dimension
    until the whole space is filled, so that from the first on there are no more than are missing."""
    if not space.decisive:
        return len(space.points or expected_points(variety.ambient, variety.dimension, space.beyond))
    return variety.ambient - variety.dimension + 1 + space.beyond


def secant_or_variety(described: Description) -> Variety | Secant:
    """What is described; the variety itself, where no points are said."""
    secant: Secant = described.model()
    return secant if "points" in described.said else secant.variety


def named(model: Variety | Secant) -> str:
    """The name of a secant variety, or of a variety itself."""
    return str(model) if isinstance(model, Secant) else model.name


def decisive_points(variety: Variety, beyond: int = 0) -> range:
    """From the last r with dim σ_r = r · dim X to the first for which σ_r is the whole space, and so many more.

    The others follow: for smaller r see ``implied``; larger ones fill, too. These dimensions are the ranks at
    random points modulo a prime, which choose what is asked and answer nothing: a rank that is too small, which is
    unlikely, makes a case more or other ones, and what a row says is proved as ever.

    >>> from algebra_tnn.varieties import Segre
    >>> decisive_points(Segre((3, 3, 3)))
    range(3, 6)
    """
    r = -(-variety.ambient // variety.dimension)
    while (ranks := secant_ranks(variety, r))[-1] < variety.ambient:
        r += 1 + r // 3
    first = max(s for s, rank in enumerate(ranks, start=1) if rank == s * variety.dimension)
    return range(first, ranks.index(variety.ambient) + 2 + beyond)
