"""Segre, Veronese and Segre–Veronese varieties, and their secant varieties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import comb, prod
from typing import Any

from algebra_tnn.atlas.families.family import Family, listed
from algebra_tnn.atlas.rows import Value
from algebra_tnn.varieties import SegreVeronese

Factor = tuple[int, int]  # degree and size


@dataclass(frozen=True, slots=True)
class VarietySpace:
    """All products of Veronese varieties with factors among ``modes``, each of degree among ``degrees`` and size among
    ``shapes``, in a space of at most ``ambient`` dimensions, up to the order of their factors; with all numbers of
    points up to the first r ≥ ambient/dimension for which the expected dimension is the ambient one, and ``beyond``
    more. ``points`` restricts them; with no points at all (0), the varieties themselves are the cases.

    >>> space = VarietySpace(modes=(2, 3), shapes=(2, 3), ambient=8, points=(1,))
    >>> [s["shape"] for s in space.sizes()]
    [(2, 2), (2, 2, 2), (2, 3)]
    """

    modes: tuple[int, ...]
    shapes: tuple[int, ...]
    ambient: int
    degrees: tuple[int, ...] = (1,)
    points: tuple[int, ...] = ()
    beyond: int = 0

    def __post_init__(self) -> None:
        for name, least in (("modes", 1), ("shapes", 2), ("degrees", 1)):
            values = getattr(self, name)
            if not values:
                raise ValueError(f"{name} are no numbers; give at least one")
            if min(values) < least:
                raise ValueError(f"{name} have {min(values)}; they are at least {least}")
        for name, value in (("ambient", self.ambient), ("beyond", self.beyond + 1)):
            if value < 1:
                raise ValueError(f"{name} is {getattr(self, name)}; it is at least {1 - (name == 'beyond')}")

    def count(self) -> int:
        return sum(len(self._points(variety)) for variety in self._varieties())

    def sizes(self) -> Iterator[dict[str, Any]]:
        for factors in self._varieties():
            degrees, shape = zip(*factors, strict=True)
            for r in self._points(factors):
                yield {"shape": shape, "degrees": degrees, "points": r}

    def _points(self, factors: tuple[Factor, ...]) -> range | tuple[int, ...]:
        if self.points:
            return self.points
        dimension = 1 + sum(n - 1 for _, n in factors)
        return range(1, -(-ambient(factors) // dimension) + 1 + self.beyond)

    def _varieties(self) -> Iterator[tuple[Factor, ...]]:
        factors = sorted((d, n) for d in self.degrees for n in self.shapes if comb(n + d - 1, d) <= self.ambient)

        def extended(first: int, chosen: tuple[Factor, ...]) -> Iterator[tuple[Factor, ...]]:
            if len(chosen) in self.modes:
                yield chosen
            if len(chosen) < max(self.modes):
                for i, factor in enumerate(factors[first:], start=first):
                    if ambient((*chosen, factor)) <= self.ambient:
                        yield from extended(i, (*chosen, factor))

        return extended(0, ())


def ambient(factors: tuple[Factor, ...]) -> int:
    """The dimension of the space of multihomogeneous forms."""
    return prod(comb(n + d - 1, d) for d, n in factors)


def _variety(sizes: Mapping[str, Any]) -> Any:
    variety = SegreVeronese(sizes["shape"], sizes["degrees"])
    return variety.secant(sizes["points"]) if sizes["points"] else variety


def _columns(sizes: Mapping[str, Any]) -> dict[str, Value]:
    return {
        "modes": len(sizes["shape"]),
        "shape": listed(sizes["shape"]),
        "degrees": listed(sizes["degrees"]),
        "points": sizes["points"] or None,
    }


def _work(sizes: Mapping[str, Any]) -> float:
    factors = tuple(zip(sizes["degrees"], sizes["shape"], strict=True))
    space = ambient(factors)
    parameters = (sizes["points"] or -(-space // sum(sizes["shape"]))) * sum(sizes["shape"])
    return float(len(factors) * space * min(space, parameters))


VARIETIES = Family(
    "segre-veronese", VarietySpace, _variety, _columns, _work, ("dimension", "identifiability", "generic-rank")
)
