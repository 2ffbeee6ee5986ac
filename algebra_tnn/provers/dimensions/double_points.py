"""Forms that are singular at the points of a power sum: products of two that vanish there, and wedge products.

With the vectors b_j of a block y at the points a_j: if u and v have values in exterior powers of this block, and
u(a_j) ∧ b_j = v(a_j) ∧ b_j = 0 at every point, then y ∧ u ∧ v is singular there. These are the conormal vectors of
Koszul flattenings. Without a block they are products of two forms that vanish at the points.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import combinations, product
from math import comb, prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.centred import PRIME, Doubles, ResidueMatrix
from algebra_tnn.exact.modular.centred import product as product_mod
from algebra_tnn.exact.modular.inverses import inverse
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.laws.draws import Draw
from algebra_tnn.laws.power_sums import Monomial, PowerSum, monomials_of_degree
from algebra_tnn.provers.dimensions.minors import entries, written_minor

MOST_MONOMIALS = 2500  # of the degree of the law
MOST_GENERATORS = 3000  # of an ideal
MOST_CONDITIONS = 700  # on the forms of an ideal: a matrix of the evidence has the square of their number as entries
Integers = NDArray[np.int64]
Subset = tuple[int, ...]
Product = tuple["Ideal", int, "Ideal", int]  # each a form: the ideal, and the generator that leads it


@dataclass(frozen=True)
class SingularForms:
    """Independent forms of the degree of a power sum that are singular at points, and how a certificate writes them."""

    point: list[Doubles]
    block: int | None
    products: list[Product]
    matrix: Integers
    columns: tuple[int, ...]

    @property
    def count(self) -> int:
        return len(self.products)

    @property
    def remark(self) -> str:
        points, ambient = len(self.point[0]), self.matrix.shape[1]
        wedge = "" if self.block is None else f" by exterior products with the vectors of factor {self.block}"
        forms = f"{self.count} form{'s' * (self.count != 1)} singular at {points} points, of {ambient}"
        return f"{forms}, from {' and '.join(self._minors)}{wedge}"

    @property
    def _minors(self) -> list[str]:
        """Those whose differentials the forms are: minors of flattenings that have rank ρ at the sum of the points."""
        pairs = dict.fromkeys((one, two) for one, _, two, _ in self.products)
        kind = "flattening" if sum(factor.shape[1] > 1 for factor in self.point) > 1 else "catalecticant"
        kind = kind if self.block is None else "Koszul flattening"
        found = []
        for one, two in pairs:
            (height, rank), (width, _) = one.rests.shape, two.rests.shape
            minors = f"the minors of size {rank + 1}" if max(height, width) > rank + 1 else "the determinant"
            found.append(f"{minors} of the {height}×{width} {kind}")
        return found

    def evidence(self) -> dict[str, Any]:
        square = np.ascontiguousarray(self.matrix[:, list(self.columns)], dtype=np.float64)
        ideals = list(dict.fromkeys(ideal for one, _, two, _ in self.products for ideal in (one, two)))
        return {
            "point": {f"a{k}": entries(factor) for k, factor in enumerate(self.point)},
            "wedge": self.block,
            "ideals": [ideal.evidence() for ideal in ideals],
            "products": [[ideals.index(one), a, ideals.index(two), b] for one, a, two, b in self.products],
            **written_minor(square, self.columns),
        }


@lru_cache(maxsize=5000)
def singular_forms(shape: PowerSum, wanted: int) -> SingularForms | None:
    """Forms that are singular at random points: as many as are wanted, else the most that one block gives."""
    draw = Draw(3, 40 * shape.terms)  # short numbers, but so many that points seldom agree in a factor
    return singular_forms_at(shape, [draw.array((shape.terms, n)) for n in shape.sizes], wanted)


def singular_forms_at(shape: PowerSum, point: list[Doubles], wanted: int) -> SingularForms | None:
    """The same at given points, with a row for each in each factor; residues modulo ``PRIME``."""
    best = None
    blocks = [None, *(k for k, (n, e) in enumerate(zip(shape.sizes, shape.exponents, strict=True)) if n > 1 and e > 0)]
    for block in blocks:
        found = _search(_Points(shape, point, block), wanted)
        if found is not None and (best is None or found.count > best.count):
            best = found
        if best is not None and best.count >= wanted:
            break
    return best


@dataclass(frozen=True)
class _Points:
    shape: PowerSum
    point: list[Doubles]
    block: int | None

    @property
    def size(self) -> int:
        return 1 if self.block is None else self.shape.sizes[self.block]

    @cached_property
    def coordinates(self) -> Integers:
        return np.concatenate(self.point, axis=1).astype(np.int64)

    @property
    def vectors(self) -> Integers:
        """Of the block, one per point."""
        if self.block is None:
            return np.ones((self.shape.terms, 1), dtype=np.int64)
        return self.point[self.block].astype(np.int64)

    @property
    def unit(self) -> Monomial:
        """The multidegree of a variable of the block."""
        return tuple(int(k == self.block) for k in range(len(self.shape.sizes)))

    def partners(self) -> Iterator[tuple[tuple[int, Monomial], tuple[int, Monomial]]]:
        """Powers and degrees of two ideals, each unordered pair once, those with the fewest conditions first."""
        rest = tuple(e - d for e, d in zip(self.shape.exponents, self.unit, strict=True))
        if min(rest) < 0:
            return
        each = [(p, d) for p in range(self.size) for d in product(*(range(e + 1) for e in rest))]
        pairs = [
            (one, two)
            for one in each
            if one <= (two := (self.size - 1 - one[0], tuple(e - d for e, d in zip(rest, one[1], strict=True))))
            and self.leaves_forms(*one)
            and self.leaves_forms(*two)
        ]
        yield from sorted(pairs, key=lambda pair: sum(self.conditions(power) for power, _ in pair))

    def conditions(self, power: int) -> int:
        return self.shape.terms * comb(self.size - 1, power)

    def leaves_forms(self, power: int, degree: Monomial) -> bool:
        """Whether the forms of the degree with values in the power can satisfy independent conditions."""
        generators = self.shape.monomial_count(degree) * comb(self.size, power)
        return self.conditions(power) < generators <= MOST_GENERATORS and self.conditions(power) <= MOST_CONDITIONS


def sign(numbers: tuple[int, ...]) -> int:
    """Of the permutation that sorts them; 0 if one of them occurs twice.

    >>> sign((0, 1, 2)), sign((1, 0, 2)), sign((1, 1, 2))
    (1, -1, 0)
    """
    return prod((i < j) - (i > j) for i, j in combinations(numbers, 2))


@dataclass(frozen=True, eq=False)
class Ideal:
    """Forms of one degree with values in an exterior power that satisfy the conditions of all points."""

    power: int
    degree: Monomial
    subsets: list[Subset]
    rows: tuple[int, ...]  # generators on which the conditions are independent
    inverse: Doubles
    rests: Integers  # for each generator the coefficients of those in `rows`

    @property
    def leads(self) -> list[int]:
        chosen = set(self.rows)
        return [a for a in range(len(self.rests)) if a not in chosen]

    def form(self, lead: int) -> tuple[Integers, Integers]:
        """Generators and coefficients."""
        coefficients = np.concatenate(([1], -self.rests[lead]))
        return np.array([lead, *self.rows])[coefficients != 0], coefficients[coefficients != 0]

    def evidence(self) -> dict[str, Any]:
        written = entries(self.inverse)
        return {"power": self.power, "degree": list(self.degree), "rows": list(self.rows), "inverse": written}


def _ideal(points: _Points, power: int, degree: Monomial) -> Ideal | None:
    """None if the conditions of the points are dependent."""
    subsets = list(combinations(range(points.size), power))
    targets = [(0, *rest) for rest in combinations(range(1, points.size), power)]
    wedges = np.zeros((points.shape.terms, len(subsets), len(targets)), dtype=np.int64)
    for (i, S), (j, T) in product(enumerate(subsets), enumerate(targets)):
        if len(left := set(T) - set(S)) == 1:
            (t,) = left
            wedges[:, i, j] = sign((*S, t)) * points.vectors[:, t]
    values = np.einsum("aj,jst->asjt", _powers(points, degree), wedges) % PRIME
    matrix = ResidueMatrix.of(values.reshape(-1, points.conditions(power)), PRIME)
    profile = rank_profile(matrix)
    if profile.rank < points.conditions(power):
        return None
    inverted = inverse(np.ascontiguousarray(matrix.array[list(profile.rows)]), PRIME)
    rests = product_mod(matrix.array, inverted, PRIME).astype(np.int64)
    return Ideal(power, degree, subsets, profile.rows, inverted, rests)


def _powers(points: _Points, degree: Monomial) -> Integers:
    """The monomials of a degree at the points, one row for each."""
    exponents = np.array(points.shape.monomials(degree), dtype=np.int64)
    values = np.ones((len(exponents), points.shape.terms), dtype=np.int64)
    for variable, x in enumerate(points.coordinates.T):
        powers = [np.ones_like(x)]
        for _ in range(max(degree)):
            powers.append(powers[-1] * x % PRIME)
        values = values * np.array(powers)[exponents[:, variable]] % PRIME
    return values


def _search(points: _Points, wanted: int) -> SingularForms | None:
    """Products of forms in two ideals, in a random order, until there are enough or more of them bring nothing."""
    ideal = cache(lambda power, degree: _ideal(points, power, degree))
    products: list[Product] = []
    rows, columns = np.zeros((0, points.shape.ambient), dtype=np.int64), tuple[int, ...]()
    for first, second in points.partners():
        one, two = ideal(*first), ideal(*second)
        if one is None or two is None:
            continue
        volumes = _Volumes(points, one, two)
        leads = [(a, b) for a, b in product(one.leads, two.leads) if one is not two or a <= b]
        random.Random(0).shuffle(leads)
        step = wanted + 10
        for batch in (leads[start : start + step] for start in range(0, len(leads), step)):
            known = len(columns)
            rows = np.concatenate([rows, [volumes.product(one.form(a), two.form(b)) for a, b in batch]])
            products += [(one, a, two, b) for a, b in batch]
            profile = rank_profile(ResidueMatrix.of(rows, PRIME))
            rows, columns = rows[list(profile.rows)], profile.columns
            products = [products[k] for k in profile.rows]
            if len(columns) == known or len(columns) >= wanted:
                break
        if len(columns) >= wanted:
            break
    return SingularForms(points.point, points.block, products, rows, columns) if products else None


class _Volumes:
    """Products of the generators of two ideals with the variables of the block: their signs, and where they are."""

    def __init__(self, points: _Points, one: Ideal, two: Ideal) -> None:
        shape, counts = points.shape, (len(one.subsets), len(two.subsets))
        self.width, self.counts = shape.ambient, counts
        self.signs, self.variables = np.zeros(counts, dtype=np.int64), np.zeros(counts, dtype=np.int64)
        for (i, S), (j, T) in product(enumerate(one.subsets), enumerate(two.subsets)):
            t = min(set(range(points.size)) - {*S, *T})
            self.signs[i, j], self.variables[i, j] = sign((t, *S, *T)), t
        self.places = np.zeros((1, 1, 1), dtype=np.int64)  # by monomials of one and two, and variables of the block
        for k, (n, e) in enumerate(zip(shape.sizes, shape.exponents, strict=True)):
            index = {monomial: at for at, monomial in enumerate(monomials_of_degree(n, e))}
            left, right = (np.array(monomials_of_degree(n, ideal.degree[k])) for ideal in (one, two))
            more = np.eye(n, dtype=np.int64) if k == points.block else np.zeros((1, n), dtype=np.int64)
            sums = left[:, None, None] + right[None, :, None] + more
            part = np.array([index[tuple(monomial)] for monomial in sums.reshape(-1, n).tolist()])
            part = part.reshape(sums.shape[:-1])
            both = self.places[:, None, :, None] * len(index) + part[None, :, None]
            self.places = both.reshape(len(self.places) * len(left), -1, both.shape[-1])

    def product(self, one: tuple[Integers, Integers], two: tuple[Integers, Integers]) -> Integers:
        """The coefficients of y ∧ u ∧ v."""
        (a, S), (b, T) = (np.divmod(form[0], count) for form, count in zip((one, two), self.counts, strict=True))
        pairs = S[:, None], T
        terms = np.multiply.outer(one[1], two[1]) % PRIME * self.signs[pairs]
        row = np.zeros(self.width, dtype=np.int64)
        np.add.at(row, self.places[a[:, None], b, self.variables[pairs]], terms)
        return row % PRIME
