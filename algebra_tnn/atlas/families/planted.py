"""Tensors that are sums of drawn rank-one tensors: is the decomposition that was planted the only one?"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations_with_replacement, permutations
from math import comb, gcd, prod
from typing import Any, TypeAlias

from algebra_tnn.atlas.families.family import Family, checked_integer, listed, set_numbers
from algebra_tnn.atlas.rows import Value
from algebra_tnn.tensors import CP

Vector: TypeAlias = tuple[int, ...]
Terms: TypeAlias = tuple[tuple[Vector, ...], ...]  # of each term one vector for each mode


@dataclass(frozen=True, slots=True)
class PlantedSpace:
    """Tensors with so many ``modes`` of sizes among ``shape``, the sums of so many ``terms``: products of vectors with
    integer entries from −``largest`` to ``largest``, drawn once with each of ``seeds``; none of them is zero.

    What differs by the order of terms, of modes of the same size, or by factors that vectors of one term pass on to
    each other, is one case.

    >>> space = PlantedSpace(modes=(3,), shape=(2,), terms=(2,), largest=1, seeds=(0,))
    >>> [s["terms"] for s in space.sizes()]
    [(((0, 1), (1, 0), (-1, 0)), ((1, -1), (1, -1), (1, -1)))]
    """

    modes: tuple[int, ...]
    shape: tuple[int, ...]
    terms: tuple[int, ...]
    seeds: tuple[int, ...]
    largest: int = 3

    def __post_init__(self) -> None:
        set_numbers(self, modes=2, shape=1, terms=1, seeds=0)
        checked_integer("largest", self.largest, 1)

    def count(self) -> int:
        """An upper bound: two seeds may draw the same."""
        shapes = sum(comb(len(self.shape) + modes - 1, modes) for modes in self.modes)
        return shapes * len(self.terms) * len(self.seeds)

    def sizes(self) -> Iterator[dict[str, Any]]:
        for modes in self.modes:
            for shape in combinations_with_replacement(self.shape, modes):  # the order of modes is a symmetry
                for number in self.terms:
                    seen = set[Terms]()
                    for seed in self.seeds:
                        terms = canonical_terms(drawn_terms(shape, number, self.largest, seed))
                        if terms not in seen:
                            seen.add(terms)
                            yield {"terms": terms}


def drawn_terms(shape: tuple[int, ...], number: int, largest: int, seed: int) -> Terms:
    """The same for the same arguments, on every machine."""
    source = random.Random(f"{shape} {number} {largest} {seed}")

    def vector(size: int) -> Vector:
        while not any(drawn := tuple(source.randint(-largest, largest) for _ in range(size))):
            pass
        return drawn

    return tuple(tuple(map(vector, shape)) for _ in range(number))


def canonical_terms(terms: Terms) -> Terms:
    """One of each class modulo the order of terms, the order of modes of equal size, and factors within a term.

    Each term is a number times primitive vectors whose first entries other than 0 are positive, and these are uniquely
    determined, up to the order of its modes. The number then goes to the last vector. Over all orders of the modes that
    keep the shape, the least sorted list of terms depends on the class alone, and belongs to it.

    >>> canonical_terms((((2, 4), (0, -1)), ((1, 0), (0, 1))))
    (((0, 1), (1, 0)), ((0, 1), (-2, -4)))
    """
    parts = [_number_and_directions(term) for term in terms]
    shape = tuple(map(len, terms[0]))
    orders = (order for order in permutations(range(len(shape))) if tuple(shape[k] for k in order) == shape)
    least = min(sorted((tuple(vs[k] for k in order), number) for number, vs in parts) for order in orders)
    return tuple((*vectors[:-1], tuple(number * x for x in vectors[-1])) for vectors, number in least)


def _number_and_directions(term: tuple[Vector, ...]) -> tuple[int, tuple[Vector, ...]]:
    contents = [gcd(*vector) * (1 if next(filter(None, vector)) > 0 else -1) for vector in term]
    directions = (tuple(x // content for x in vector) for vector, content in zip(term, contents, strict=True))
    return prod(contents), tuple(directions)


def _model(sizes: Mapping[str, Any]) -> CP:
    columns = zip(*sizes["terms"], strict=True)  # of each mode the vectors of all terms
    return CP.from_factors(*(tuple(zip(*vectors, strict=True)) for vectors in columns))


def _columns(sizes: Mapping[str, Any]) -> dict[str, Value]:
    shape = tuple(map(len, sizes["terms"][0]))
    return {"modes": len(shape), "shape": listed(shape), "points": len(sizes["terms"])}


def planted_name(sizes: Mapping[str, Any]) -> str:
    """Such as ``3 terms in 2×2×2, 1a2b3c4d``: the last are digits of what was drawn."""
    terms = sizes["terms"]
    digits = sha256(repr(terms).encode()).hexdigest()[:8]
    return f"{len(terms)} terms in {'×'.join(str(len(vector)) for vector in terms[0])}, {digits}"


def _work(sizes: Mapping[str, Any]) -> float:
    terms = sizes["terms"]
    return float(len(terms) ** 2 * prod(map(len, terms[0])))


PLANTED = Family("planted", PlantedSpace, _model, _columns, _work, ("uniqueness",), planted_name)
