"""A second reading of numbers of decompositions; see ``oracle``. Nothing of the package.

One decomposition: by the second fundamental form of the variety of terms, in a chart; at a random point by theorems
about essential uniqueness; or by the dimension of one term more. Several: by the Hilbert function of a linear section.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import comb, prod
from random import Random
from typing import Any

from flint import nmod_mat

from .law_corpus import forms, power_sum

PRIME = 2**61 - 1
Sizes = tuple[int, ...]
Rows = list[list[int]]


def true(claim: Any, is_unique: Callable[[Any], bool]) -> bool:
    """Whether generic sums have so many decompositions, if that is found in one of these ways."""
    of, count = claim["law"], claim["count"]
    powers = of["output"][2:] if of["output"][0] == "einsum" else []
    sizes, exponents = tuple(n for [n] in of["inputs"].values()), tuple(len(power[1]) - 1 for power in powers)
    terms = next(iter(of["parameters"].values()))[0]
    if claim["field"].startswith("GF") or min(exponents) < 1 or of != power_sum(sizes, exponents, terms):
        return False
    sums = PowerSum(sizes, exponents, terms)
    if count != 1:
        return count in sums.numbers_in_sections()
    return sums.is_curved() or sums.has_room() or 1 in sums.numbers_in_sections() or is_unique(sums.factors())


def rank(rows: Rows) -> int:
    return nmod_mat(len(rows), len(rows[0]), [x % PRIME for row in rows for x in row], PRIME).rank() if rows else 0


def kernel(rows: Rows) -> Rows:
    matrix, count = nmod_mat(len(rows), len(rows[0]), [x % PRIME for row in rows for x in row], PRIME).nullspace()
    return [[int(matrix[i, j]) for i in range(len(rows[0]))] for j in range(count)]


class PowerSum:
    def __init__(self, sizes: Sizes, exponents: Sizes, terms: int) -> None:
        self.sizes, self.exponents, self.terms, self.source = sizes, exponents, terms, Random(3)
        starts = [sum(sizes[:k]) for k in range(len(sizes))]
        self.chart = [start + i for start, n in zip(starts, sizes, strict=True) for i in range(1, n)]
        self.monomials = forms(sizes, exponents)

    def points(self, count: int) -> Rows:
        return [[self.source.randrange(1, PRIME) for _ in range(sum(self.sizes))] for _ in range(count)]

    def slopes(self, point: list[int], *by: int) -> list[int]:
        """The derivatives of all monomials by coordinates of the chart."""
        found = []
        for exponents in self.monomials:
            rest, c = list(exponents), 1
            for i in by:
                c *= rest[i]
                rest[i] -= 1
            found.append(c and c * prod(pow(x, e, PRIME) for x, e in zip(point, rest, strict=True)) % PRIME)
        return found

    def tangents(self, points: Rows) -> Rows:
        return [row for point in points for row in (self.slopes(point), *(self.slopes(point, i) for i in self.chart))]

    def is_curved(self) -> bool:
        """Tangent spaces are independent, and no direction at a point is in the kernel of all Hessians."""
        points = self.points(self.terms)
        rows = self.tangents(points)
        if rank(rows) < len(rows):
            return False
        second = [[self.slopes(points[0], i, j) for j in self.chart] for i in self.chart]
        hessians = [
            [sum(x * y for x, y in zip(normal, slopes, strict=True)) for slopes in line]
            for normal in kernel(rows)
            for line in second
        ]
        return rank(hessians) == len(self.chart) if self.chart else True

    def has_room(self) -> bool:
        rows = self.tangents(self.points(self.terms + 1))
        return rank(rows) == len(rows)

    def numbers_in_sections(self) -> Iterator[int]:
        for k, (size, exponent) in enumerate(zip(self.sizes, self.exponents, strict=True)):
            others = [i for i in range(len(self.sizes)) if i != k]
            if exponent == 1 and size >= self.terms:
                rest = PowerSum(tuple(self.sizes[i] for i in others), tuple(self.exponents[i] for i in others), 1)
                two, three = (rest.hilbert(self.terms, degree) for degree in (2, 3))
                if two == three:
                    yield comb(two, self.terms)

    def hilbert(self, terms: int, degree: int) -> int:
        """Of the points of the variety in the span of some: forms modulo multiples of those that vanish there."""
        linear = kernel([self.slopes(point) for point in self.points(terms)])
        target = forms(self.sizes, tuple(degree * e for e in self.exponents))
        place = {exponents: i for i, exponents in enumerate(target)}
        rows = []
        for factor in forms(self.sizes, tuple((degree - 1) * e for e in self.exponents)):
            for form in linear:
                row = [0] * len(target)
                for c, exponents in zip(form, self.monomials, strict=True):
                    row[place[tuple(map(sum, zip(factor, exponents, strict=True)))]] += c
                rows.append(row)
        return len(target) - rank(rows)

    def factors(self) -> Any:
        """Of a random point with small entries."""
        entry = self.source.randrange
        matrices = [[[Fraction(entry(1, 50)) for _ in range(self.terms)] for _ in range(n)] for n in self.sizes]
        return [matrix for matrix, e in zip(matrices, self.exponents, strict=True) for _ in range(e)]
