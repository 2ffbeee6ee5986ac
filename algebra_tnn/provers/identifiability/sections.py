"""Numbers of decompositions by theorems about projective varieties."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from math import comb, prod

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import DimensionAtLeast, NumberOfDecompositions
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers.dimensions import box_minor, jacobian_minor
from algebra_tnn.provers.identifiability.claimed import claimed_power_sum, claims_one, term_dimension

FEW_ROWS = 400  # of one minor, which is made at once; others box by box
MOST_ROWS = 1000  # of one minor, if that falls short
MOST_COORDINATES = 8000


def bronowski(claim: NumberOfDecompositions) -> Certificate | Shortfall:
    """One term more has still the full dimension [MassarentiMella2022]."""
    rule = "bronowski"
    shape = claims_one(claim, rule)
    if isinstance(shape, Shortfall):
        return shape
    more = PowerSum(shape.sizes, shape.exponents, shape.terms + 1)
    rank = more.terms * term_dimension(more)
    if rank > more.ambient:
        return Shortfall(rule, f"{more.terms} terms need {rank} dimensions, and there are {more.ambient}")
    if more.ambient > MOST_COORDINATES:
        return Shortfall(rule, f"there are {more.ambient} dimensions; minors in up to {MOST_COORDINATES} are tried")
    full = DimensionAtLeast(more.law, rank, claim.field)
    found = jacobian_minor(full) if rank <= FEW_ROWS else box_minor(full)
    if isinstance(found, Shortfall) and FEW_ROWS < rank <= MOST_ROWS:
        found = jacobian_minor(full)  # at points that are not special
    if isinstance(found, Shortfall):
        return Shortfall(rule, f"{more.terms} terms: {found.reason}")
    return Certificate(claim, rule, {}, (found,), f"{more.terms} terms have the full dimension {rank}")


def linear_section(claim: NumberOfDecompositions) -> Certificate | Shortfall:
    """A block of linear factors as wide as there are terms: decompositions are sets of points of a linear section
    [ArbarelloCornalbaGriffithsHarris1985]."""
    rule = "linear-section"
    shape = claimed_power_sum(claim, rule)
    if isinstance(shape, Shortfall):
        return shape
    reason = f"no block of exponent 1 has a size of at least {shape.terms}, the number of terms"
    for section in _sections(shape):
        number, where = section.number(shape.terms), section.remark(shape.terms)
        if number == claim.count:
            return Certificate(claim, rule, {"block": section.block}, remark=where)
        reason = f"{where}: the number is {'infinite' if number is None else number}"
    return Shortfall(rule, reason)


def number_in_linear_section(shape: PowerSum) -> int | None:
    """The number of decompositions, where ``linear_section`` knows it.

    >>> number_in_linear_section(PowerSum((4, 7), (2, 1), 7)), number_in_linear_section(PowerSum((4, 5), (2, 1), 7))
    (8, None)
    """
    numbers = (section.number(shape.terms) for section in _sections(shape))
    return next((number for number in numbers if number is not None), None)


@dataclass(frozen=True)
class _Section:
    """The variety of the products of the other factors, of this dimension in P^(dimension + codimension)."""

    block: int
    sizes: tuple[int, ...]
    exponents: tuple[int, ...]

    @property
    def dimension(self) -> int:
        return sum(self.sizes) - len(self.sizes)

    @property
    def codimension(self) -> int:
        return PowerSum(self.sizes, self.exponents, 1).ambient - 1 - self.dimension

    @property
    def degree(self) -> int:
        """n! / Π n_i! · Π e_i^{n_i}, where n_i are the dimensions of the factors."""
        dimensions = [n - 1 for n in self.sizes]
        degree: int = prod(map(pow, self.exponents, dimensions))
        return degree * prod(map(comb, accumulate(dimensions), dimensions))

    def number(self, terms: int) -> int | None:
        """Of the spanning sets of so many points in the span of so many general points; None if infinite."""
        if terms <= self.codimension:
            return 1
        return comb(self.degree, terms) if terms == self.codimension + 1 else None

    def remark(self, terms: int) -> str:
        general = f"{terms} general points of a variety of dimension {self.dimension}"
        if terms <= self.codimension:
            return f"{general} span no other point of it: the codimension is {self.codimension}"
        if terms > self.codimension + 1:
            return f"{general} and codimension {self.codimension} span infinitely many"
        return f"{general} and codimension {self.codimension} span {self.degree} points of it"


def _sections(shape: PowerSum) -> list[_Section]:
    pairs = list(zip(shape.sizes, shape.exponents, strict=True))
    wide = (k for k, (size, exponent) in enumerate(pairs) if exponent == 1 and size >= shape.terms)
    others = ((k, shape.sizes[:k] + shape.sizes[k + 1 :], shape.exponents[:k] + shape.exponents[k + 1 :]) for k in wide)
    return [_Section(*parts) for parts in others]
