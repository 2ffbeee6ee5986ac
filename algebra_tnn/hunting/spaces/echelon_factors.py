"""Decompositions modulo invertible matrices on their modes: factors in reduced echelon form."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, combinations_with_replacement, permutations, product
from math import gcd
from typing import TypeAlias

from algebra_tnn.exact import Q, rank
from algebra_tnn.exact.linear.echelons import reduced_echelon
from algebra_tnn.exact.scalars import Number
from algebra_tnn.tensors import CP

Factor: TypeAlias = tuple[tuple[Number, ...], ...]
Heights: TypeAlias = tuple[int, int, int]  # the numbers of rows of the factors, the largest first

MOST_TERMS = 4  # of decompositions whose terms are permuted to compare them

ORDER = "terms, then the sum of the modes, then the sum of absolute values of entries"


@dataclass(frozen=True)
class EchelonFactors:
    """Decompositions of order three with so many terms, none of them zero, whose factors have independent rows and are
    in reduced echelon form, with entries from −``largest`` to ``largest``.

    Over the rationals invertible matrices on the modes bring each decomposition to factors in echelon form, and change
    neither k-ranks nor uniqueness. The order of modes, that of terms, and signs that vectors of one term pass on to
    each other are symmetries besides.

    >>> space = EchelonFactors(lengths=(2,))
    >>> next(space.instances(0)).factors
    (((1, 1),), ((1, 1),), ((1, 1),))
    """

    lengths: tuple[int, ...]
    largest: int = 1

    order = ORDER
    exhaustive = True

    @property
    def description(self) -> str:
        return f"decompositions of order three with {_or(self.lengths)} terms, {_form_in_words(self.largest)}"

    def instances(self, seed: int) -> Iterator[CP]:
        for length in sorted(self.lengths):
            tables = [_by_weight(height, length, self.largest) for height in range(1, length + 1)]
            shapes = combinations_with_replacement(range(length, 0, -1), 3)
            weighed = (
                (sum(shape), sum(weights), shape, weights)
                for shape in shapes
                for weights in product(*(tables[height - 1] for height in shape))
            )
            for _, _, shape, weights in sorted(weighed):
                rows = (tables[height - 1][weight] for height, weight in zip(shape, weights, strict=True))
                yield from map(CP, product(*rows))

    def size(self, instance: CP) -> tuple[int, int, int]:
        return _size(instance)

    def smaller(self, instance: CP) -> Iterator[CP]:
        return _with_smaller_entries(instance)

    def canonical(self, instance: CP) -> tuple[Factor, ...]:
        return _canonical(instance)


@dataclass(frozen=True)
class DrawnFactors:
    """Decompositions in the form of ``EchelonFactors`` that are drawn: of each of these numbers of terms with these
    numbers of rows ``samples`` in turn. The first columns are unit vectors, and no two columns of a factor are
    proportional: where a factor has two rows or more, its k-rank is at least 2.
    """

    sizes: tuple[tuple[int, Heights], ...]
    samples: int
    largest: int = 1

    order = ORDER
    exhaustive = False

    @property
    def description(self) -> str:
        shapes = ", ".join(f"{'×'.join(map(str, heights))} with {length} terms" for length, heights in self.sizes)
        return (
            f"{self.samples:,} decompositions of each of {shapes}, {_form_in_words(self.largest)}; "
            "the first columns are unit vectors, and no two of a factor are proportional"
        )

    def instances(self, seed: int) -> Iterator[CP]:
        drawn = random.Random(seed)
        for _ in range(self.samples):
            for length, heights in self.sizes:
                yield CP(tuple(self._factor(height, length, drawn) for height in heights))

    def _factor(self, height: int, length: int, drawn: random.Random) -> Factor:
        units = [tuple(int(i == j) for i in range(height)) for j in range(height)]
        others = [column for column in _directions(height, self.largest) if column not in units]
        return tuple(zip(*units, *drawn.sample(others, length - height), strict=True))

    def size(self, instance: CP) -> tuple[int, int, int]:
        return _size(instance)

    def smaller(self, instance: CP) -> Iterator[CP]:
        """Without one of the terms, then with smaller entries."""
        for left_out in reversed(range(instance.length)):
            rest = CP(tuple(tuple((*row[:left_out], *row[left_out + 1 :]) for row in f) for f in instance.factors))
            yield CP(tuple(map(_reduced, rest.factors)))
        yield from (each for each in _with_smaller_entries(instance) if _has_no_proportional_columns(each))

    def canonical(self, instance: CP) -> tuple[Factor, ...]:
        return _canonical(instance)


@lru_cache(maxsize=16)
def _directions(height: int, largest: int) -> list[tuple[int, ...]]:
    """Vectors without common divisor whose first entry other than 0 is positive."""
    vectors = product(range(-largest, largest + 1), repeat=height)
    return [v for v in vectors if gcd(*v) == 1 and next(x for x in v if x) > 0]


def _or(numbers: tuple[int, ...]) -> str:
    *first, last = map(str, sorted(numbers))
    return f"{', '.join(first)} or {last}" if first else last


def _form_in_words(largest: int) -> str:
    return (
        f"none zero, factors with independent rows, in reduced echelon form with entries from −{largest} to {largest}"
    )


def _size(instance: CP) -> tuple[int, int, int]:
    weight = sum(abs(int(x)) for factor in instance.factors for row in factor for x in row)
    return instance.length, sum(instance.shape), weight


def _with_smaller_entries(instance: CP) -> Iterator[CP]:
    """One entry is nearer to 0, where it is none of a pivot."""
    for mode, factor in enumerate(instance.factors):
        pivots = {next(j for j, x in enumerate(row) if x) for row in factor}
        for i, row in enumerate(factor):
            for j, x in enumerate(row):
                if x and j not in pivots and any(factor[k][j] for k in range(len(factor)) if k != i):
                    changed = tuple(
                        tuple(x - (x > 0) + (x < 0) if (a, b) == (i, j) else y for b, y in enumerate(other))
                        for a, other in enumerate(factor)
                    )
                    yield CP((*instance.factors[:mode], changed, *instance.factors[mode + 1 :]))


def _has_no_proportional_columns(instance: CP) -> bool:
    return all(
        rank(tuple((row[i], row[j]) for row in factor)) == 2
        for factor in instance.factors
        for i, j in combinations(range(instance.length), 2)
    )


@lru_cache(maxsize=64)
def _by_weight(height: int, length: int, largest: int) -> dict[int, list[Factor]]:
    """Matrices in reduced echelon form without zero columns, by the sum of absolute values of their entries."""
    found: dict[int, list[Factor]] = {}
    entries = sorted(range(-largest, largest + 1), key=lambda x: (abs(x), -x))
    for others in combinations(range(1, length), height - 1):
        pivots = (0, *others)
        choices = []
        for j in range(length):
            before = [k for k, pivot in enumerate(pivots) if pivot < j]
            units = [tuple(int(k == pivots.index(j)) for k in range(height))] if j in pivots else []
            filled = ((*x, *[0] * (height - len(before))) for x in product(entries, repeat=len(before)) if any(x))
            choices.append(units or list(filled))
        for columns in product(*choices):
            weight = sum(abs(x) for column in columns for x in column)
            found.setdefault(weight, []).append(tuple(zip(*columns, strict=True)))
    return found


def _canonical(instance: CP) -> tuple[Factor, ...]:
    """The largest of the images under symmetries; for more terms, what is left of them are the orders of modes."""
    if instance.length > MOST_TERMS:
        return tuple(sorted(instance.factors, key=lambda factor: (-len(factor), factor)))
    return max(_images(instance))


def _images(instance: CP) -> Iterator[tuple[Factor, ...]]:
    first, second, third = instance.factors
    signs = [(1, *rest) for rest in product((1, -1), repeat=instance.length - 1)]  # the form forgets a common sign
    for order in permutations(range(instance.length)):
        for one, two in product(signs, repeat=2):
            passed_on = tuple(x * y for x, y in zip(one, two, strict=True))
            forms = (_turned(first, order, one), _turned(second, order, two), _turned(third, order, passed_on))
            yield tuple(sorted(forms, key=lambda factor: (-len(factor), factor)))


@lru_cache(maxsize=200_000)
def _turned(factor: Factor, order: tuple[int, ...], signs: tuple[int, ...]) -> Factor:
    return _reduced(tuple(tuple(signs[j] * row[j] for j in order) for row in factor))


def _reduced(factor: Factor) -> Factor:
    return tuple(map(tuple, reduced_echelon(factor, Q).rows()))
