"""Grassmannians in Plücker coordinates, and their secant varieties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import comb
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
from algebra_tnn.varieties import Grassmannian


@dataclass(frozen=True, slots=True)
class GrassmannianSpace:
    """All Grassmannians of k-planes in n-space with k and n in these ranges, in a space of at most
    ``ambient`` dimensions, up to duality; numbers of points as for ``VarietySpace``.

    >>> [(s["k"], s["n"], s["points"]) for s in GrassmannianSpace((2, 3), (5,), ambient=10).sizes()]
    [(2, 5, 1), (2, 5, 2)]
    """

    k: tuple[int, ...]
    n: tuple[int, ...]
    ambient: int
    points: tuple[int, ...] = ()
    beyond: int = 0
    decisive: bool = False

    def __post_init__(self) -> None:
        set_numbers(self, k=1, n=2)
        check_points(self)

    def count(self) -> int:
        """An upper bound where ``decisive``."""
        return sum(most_points(Grassmannian(k, n), self) for k, n in self._pairs())

    def sizes(self) -> Iterator[dict[str, Any]]:
        for k, n in self._pairs():
            variety = Grassmannian(k, n)
            expected = expected_points(variety.ambient, variety.dimension, self.beyond)
            for r in decisive_points(variety, self.beyond) if self.decisive else self.points or expected:
                yield {"k": k, "n": n, "points": r}

    def _pairs(self) -> list[tuple[int, int]]:
        # The k-planes of a space are the annihilators of the (n − k)-planes of its dual, by a linear map of Plücker
        # coordinates. For k ≤ n/2 the pairs differ in n or in dimension, k (n − k) + 1, so no two are the same.
        pairs = {(min(k, n - k), n) for k in self.k for n in self.n if k < n}
        return sorted((k, n) for k, n in pairs if n <= self.ambient and comb(n, k) <= self.ambient)


def _described(sizes: Mapping[str, Any]) -> Description:
    points = {"points": sizes["points"]} if sizes["points"] else {}
    return Description(FAMILIES["grassmannian"], {"k": sizes["k"], "n": sizes["n"], **points})


def _model(sizes: Mapping[str, Any]) -> Any:
    return secant_or_variety(_described(sizes))


def _columns(sizes: Mapping[str, Any]) -> dict[str, Value]:
    return {"shape": listed((sizes["k"], sizes["n"])), "points": sizes["points"] or None}


def _work(sizes: Mapping[str, Any]) -> float:
    variety = Grassmannian(sizes["k"], sizes["n"])
    parameters = (sizes["points"] or -(-variety.ambient // variety.dimension)) * variety.dimension
    return float(sizes["k"] * variety.ambient * min(variety.ambient, parameters))


def _named(sizes: Mapping[str, Any]) -> str:
    return named(_model(sizes))


GRASSMANNIANS = Family(
    "grassmannian",
    GrassmannianSpace,
    _model,
    _columns,
    _work,
    ("dimension", "identifiability", "generic-rank"),
    _named,
    _described,
)
