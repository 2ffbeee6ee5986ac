"""Segre, Veronese and Segre–Veronese varieties, and their secant varieties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from math import comb, prod
from typing import Any

from algebra_tnn.atlas.families.family import Family, listed, set_numbers
from algebra_tnn.atlas.families.points import (
    check_points,
    decisive_points,
    expected_points,
    most_points,
    named,
    secant_or_variety,
)
from algebra_tnn.atlas.rows import Value
from algebra_tnn.families import FAMILIES, Description
from algebra_tnn.varieties import SegreVeronese

Factor = tuple[int, int]  # degree and size
MOST_COUNTED = 20_000  # varieties: a second or so


@dataclass(frozen=True, slots=True)
class VarietySpace:
    """All products of Veronese varieties with factors among ``modes``, each of degree among ``degrees`` and size among
    ``shape``, in a space of at most ``ambient`` dimensions, up to the order of their factors; with all numbers of
    points up to the first r ≥ ambient/dimension for which the expected dimension is the ambient one, and ``beyond``
    more. ``points`` restricts them; with no points at all (0), the varieties themselves are the cases. ``decisive``:
    only those numbers that do not follow from others, see ``decisive_points``.

    >>> space = VarietySpace(modes=(2, 3), shape=(2, 3), ambient=8, points=(1,))
    >>> [s["shape"] for s in space.sizes()]
    [(2, 2), (2, 2, 2), (2, 3)]
    """

    modes: tuple[int, ...]
    shape: tuple[int, ...]
    ambient: int
    degrees: tuple[int, ...] = (1,)
    points: tuple[int, ...] = ()
    beyond: int = 0
    decisive: bool = False

    def __post_init__(self) -> None:
        set_numbers(self, modes=1, shape=2, degrees=1)
        check_points(self)

    def count(self) -> int:
        """An upper bound where ``decisive``, or where there are more than a few thousand varieties."""
        known = list(islice(self._varieties(), MOST_COUNTED + 1))
        if len(known) <= MOST_COUNTED:
            return sum(most_points(_product(factors), self) for factors in known)
        factors = len(self._factors())
        varieties = sum(comb(factors + modes - 1, modes) for modes in self.modes)
        return varieties * (len(self.points) or self.ambient + self.beyond)

    def sizes(self) -> Iterator[dict[str, Any]]:
        # Permutations of the modes take products of the same factors to each other, and no others; a product is thus
        # a multiset of pairs of a degree and a size, which is listed in ascending order.
        for factors in self._varieties():
            degrees, shape = zip(*factors, strict=True)
            for r in self._points(factors):
                yield {"shape": shape, "degrees": degrees, "points": r}

    def _points(self, factors: tuple[Factor, ...]) -> range | tuple[int, ...]:
        variety = _product(factors)
        if self.decisive:
            return decisive_points(variety, self.beyond)
        return self.points or expected_points(variety.ambient, variety.dimension, self.beyond)

    def _factors(self) -> list[Factor]:
        return sorted((d, n) for d in self.degrees for n in self.shape if comb(n + d - 1, d) <= self.ambient)

    def _varieties(self) -> Iterator[tuple[Factor, ...]]:
        factors = self._factors()

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


def _product(factors: tuple[Factor, ...]) -> SegreVeronese:
    degrees, shape = zip(*factors, strict=True)
    return SegreVeronese(shape, degrees)


def _described(sizes: Mapping[str, Any]) -> Description:
    shape, degrees = sizes["shape"], sizes["degrees"]
    points = {"points": sizes["points"]} if sizes["points"] else {}
    if set(degrees) == {1}:
        return Description(FAMILIES["segre"], {"shape": shape, **points})
    if len(shape) == 1:
        return Description(FAMILIES["veronese"], {"variables": shape[0], "degree": degrees[0], **points})
    return Description(FAMILIES["segre-veronese"], {"shape": shape, "degrees": degrees, **points})


def _model(sizes: Mapping[str, Any]) -> Any:
    return secant_or_variety(_described(sizes))


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


def _named(sizes: Mapping[str, Any]) -> str:
    return named(_model(sizes))


VARIETIES = Family(
    "segre-veronese",
    VarietySpace,
    _model,
    _columns,
    _work,
    ("dimension", "identifiability", "generic-rank"),
    _named,
    _described,
)
