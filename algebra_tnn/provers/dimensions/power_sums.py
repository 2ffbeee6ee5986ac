"""Power sums, the laws of secant varieties of Segre–Veronese varieties, and bounds of their dimensions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import comb, prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.centred import PRIME, Doubles, ResidueMatrix
from algebra_tnn.exact.modular.centred import product as product_mod
from algebra_tnn.exact.modular.inverses import inverse
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.laws import Law
from algebra_tnn.laws.draws import Draw
from algebra_tnn.provers.dimensions.minors import entries, written_minor
from algebra_tnn.provers.dimensions.plans import Plan

MOST_MONOMIALS = 2500  # of the degree of the law, where products of forms are tried
Monomial = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PowerSum:
    """Σ_{j < terms} Π_k ⟨a_kj, x_k⟩^{e_k} with vectors x_k of the given sizes."""

    sizes: tuple[int, ...]
    exponents: tuple[int, ...]
    terms: int

    @property
    def law(self) -> Law:
        """The law exactly as the certificate format writes power sums."""
        powers = [
            ["apply", [0] * e + [1], ["einsum", "ij,j->i", f"a{k}", f"x{k}"]] for k, e in enumerate(self.exponents)
        ]
        return Law.from_json(
            {
                "inputs": {f"x{k}": [n] for k, n in enumerate(self.sizes)},
                "parameters": {f"a{k}": [self.terms, n] for k, n in enumerate(self.sizes)},
                "let": [],
                "output": ["einsum", ",".join("i" * len(powers)) + "->", *powers],
            }
        )

    @property
    def ambient(self) -> int:
        return self.monomial_count(self.exponents)

    def monomial_count(self, degree: Monomial) -> int:
        return prod(comb(n + d - 1, d) for n, d in zip(self.sizes, degree, strict=True))

    def monomials(self, degree: Monomial) -> list[Monomial]:
        """Exponents of all variables, from high to low, factor by factor."""
        parts = (_exponents(n, d) for n, d in zip(self.sizes, degree, strict=True))
        return [tuple(x for part in chosen for x in part) for chosen in product(*parts)]


def _exponents(n: int, d: int) -> list[Monomial]:
    if n == 1:
        return [(d,)]
    return [(first, *rest) for first in range(d, -1, -1) for rest in _exponents(n - 1, d - first)]


def as_power_sum(law: Law) -> PowerSum | None:
    """The power sum that the law is, written exactly so."""
    raw = law.to_json()
    match raw["output"]:
        case ["einsum", str(), *powers] if powers and all(power[0] == "apply" for power in powers):
            sizes = tuple(shape[0] for shape in raw["inputs"].values() if len(shape) == 1)
            exponents = tuple(len(power[1]) - 1 for power in powers)
            terms = next((shape[0] for shape in raw["parameters"].values() if shape), 0)
            if len(sizes) == len(exponents) and min(exponents) > 0 and terms:
                shape = PowerSum(sizes, exponents, terms)
                return shape if shape.law.to_json() == raw else None
    return None


def power_sum_plans(shape: PowerSum) -> Iterator[Plan]:
    """Bounds of the dimension of a secant variety: parameters modulo rescaling, the ambient space, double points."""
    law = shape.law
    count = shape.terms * (sum(shape.sizes) - len(shape.sizes) + 1)
    each = f"{shape.terms} terms of dimension {count // shape.terms}"
    yield Plan(law, count, "secant-count", remark=each)
    if shape.ambient <= count:
        yield Plan(law, shape.ambient, "reachable-monomials", remark=f"{shape.ambient} monomials")
    if shape.ambient <= MOST_MONOMIALS and (found := _double_points(shape)) is not None:
        yield found


# ------------------------------------------------------------------------------------------------- double points


@dataclass(frozen=True, slots=True)
class _Ideal:
    """Forms of one degree that vanish at the points: a monomial off ``rows`` minus a combination of those in it."""

    degree: Monomial
    monomials: list[Monomial]
    rows: tuple[int, ...]
    inverse: Doubles
    rests: NDArray[np.int64]  # one row of coefficients of the monomials in `rows` for each monomial

    @property
    def leads(self) -> list[int]:
        chosen = set(self.rows)
        return [a for a in range(len(self.monomials)) if a not in chosen]

    def form(self, lead: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Exponents, one monomial per row, and coefficients."""
        exponents = np.array([self.monomials[i] for i in (lead, *self.rows)], dtype=np.int64)
        return exponents, np.concatenate(([1], -self.rests[lead]))


@lru_cache(maxsize=5000)
def _double_points(shape: PowerSum) -> Plan | None:
    """Products of two forms that vanish at random points, as many independent ones as there are."""
    draw = Draw(3, 40)
    factors = [draw.array((shape.terms, n)) for n in shape.sizes]
    points = np.concatenate(factors, axis=1).astype(np.int64)
    degrees = [d for d in product(*(range(e + 1) for e in shape.exponents)) if 0 < sum(d) < sum(shape.exponents)]
    ideals = [ideal for degree in degrees if (ideal := _ideal(shape, points, degree)) is not None]
    place = {degree: i for i, degree in enumerate(ideal.degree for ideal in ideals)}
    index = _Index(shape)
    listed, rows = [], []
    for i, ideal in enumerate(ideals):
        j = place.get(tuple(e - d for e, d in zip(shape.exponents, ideal.degree, strict=True)), -1)
        for a, b in product(ideal.leads, ideals[j].leads) if j >= i else ():
            if j > i or b >= a:
                listed.append([i, a, j, b])
                rows.append(index.product(ideal.form(a), ideals[j].form(b)))
    if not rows:
        return None
    matrix = ResidueMatrix.of(np.array(rows, dtype=np.int64), PRIME)
    profile = rank_profile(matrix)
    bound = shape.ambient - profile.rank

    def evidence() -> dict[str, Any]:
        square = np.ascontiguousarray(matrix.array[np.ix_(profile.rows, profile.columns)])
        return {
            "point": {f"a{k}": entries(factor) for k, factor in enumerate(factors)},
            "ideals": [
                {"degree": list(ideal.degree), "rows": list(ideal.rows), "inverse": entries(ideal.inverse)}
                for ideal in ideals
            ],
            "products": [listed[i] for i in profile.rows],
            **written_minor(square, profile.columns),
        }

    remark = f"{profile.rank} forms singular at {shape.terms} points, of {shape.ambient}"
    return Plan(shape.law, bound, "double-points", remark=remark, evidence=evidence)


def _ideal(shape: PowerSum, points: NDArray[np.int64], degree: Monomial) -> _Ideal | None:
    """None if the points impose dependent conditions, or leave no form."""
    if shape.monomial_count(degree) <= shape.terms:
        return None
    monomials = shape.monomials(degree)
    powers = [np.ones_like(points)]
    for _ in range(max(degree)):
        powers.append(powers[-1] * points % PRIME)
    values = np.ones((len(monomials), shape.terms), dtype=np.int64)
    for i, monomial in enumerate(monomials):
        for variable, exponent in enumerate(monomial):
            if exponent:
                values[i] = values[i] * powers[exponent][:, variable] % PRIME
    matrix = ResidueMatrix.of(values, PRIME)
    profile = rank_profile(matrix)
    if profile.rank < shape.terms:
        return None
    inverted = inverse(np.ascontiguousarray(matrix.array[list(profile.rows)]), PRIME)
    rests = product_mod(matrix.array, inverted, PRIME).astype(np.int64)
    return _Ideal(degree, monomials, profile.rows, inverted, rests)


class _Index:
    """The places of the monomials of the law's degree, and products of forms as rows."""

    def __init__(self, shape: PowerSum) -> None:
        self.width = shape.ambient
        base = max(shape.exponents) + 1
        self.weights = np.array([base**i for i in range(sum(shape.sizes))], dtype=object)
        codes = (np.array(shape.monomials(shape.exponents), dtype=object) * self.weights).sum(axis=1)
        self.place = {code: i for i, code in enumerate(codes.tolist())}

    def product(
        self,
        one: tuple[NDArray[np.int64], NDArray[np.int64]],
        two: tuple[NDArray[np.int64], NDArray[np.int64]],
    ) -> NDArray[np.int64]:
        left, right = ((exponents.astype(object) * self.weights).sum(axis=1) for exponents, _ in (one, two))
        row = np.zeros(self.width, dtype=np.int64)
        places = [self.place[a + b] for a in left.tolist() for b in right.tolist()]
        np.add.at(row, places, (np.multiply.outer(one[1], two[1]) % PRIME).ravel())
        return row % PRIME
