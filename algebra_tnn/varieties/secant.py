"""Secant varieties as models: what ``dimension`` asks of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from algebra_tnn.laws import Law, VectorField
from algebra_tnn.varieties.variety import Variety, at_least


class Summable(Variety, Protocol):
    """A variety that knows the law of the sums of its points."""

    def secant_law(self, terms: int) -> Law:
        """A law whose functions are the sums of that many points of the cone, in some coordinates."""

    def secant_fields(self, terms: int) -> tuple[VectorField, ...]:
        """Vector fields on the parameters of this law along which it does not change; there may be others."""

    def secant_remarks(self, terms: int) -> tuple[str, ...]:
        """What is to be said about the variety in an answer."""


@dataclass(frozen=True, slots=True)
class SecantSymmetries:
    """Vector fields on the parameters of the terms, along which the sum does not change."""

    fields: tuple[VectorField, ...]


@dataclass(frozen=True, slots=True)
class Secant:
    """σ_r(X): the closure of the sums of r points of the cone X.

    Raises: TypeError, ValueError unless r is an integer from 1. It may be as large as one likes: from some r on all
    sums together are the whole space.

    >>> from algebra_tnn.varieties import Segre
    >>> secant = Segre((3, 3, 3)).secant(4)
    >>> print(secant, secant.expected_dimension, secant.ambient_dimension)
    σ_4 of Segre 3×3×3 27 27
    """

    variety: Summable
    r: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "r", at_least(1, self.r, "the number of points r"))

    def __str__(self) -> str:
        return f"σ_{self.r} of {self.variety.name}"

    @property
    def terms(self) -> int:
        """As many as the law has: the points span their space, so no more are needed than it has dimensions."""
        return min(self.r, self.variety.ambient)

    def law(self) -> Law:
        return self.variety.secant_law(self.terms)

    def symmetries(self) -> SecantSymmetries:
        return SecantSymmetries(self.variety.secant_fields(self.terms))

    @property
    def expected_dimension(self) -> int:
        """The least of the ambient dimension and r times that of X, which bounds the dimension from above."""
        return min(self.ambient_dimension, self.r * self.variety.dimension)

    @property
    def ambient_dimension(self) -> int:
        return self.variety.ambient

    @property
    def remarks(self) -> tuple[str, ...]:
        remarks = self.variety.secant_remarks(self.terms)
        if self.terms == self.r:
            return remarks
        return (*remarks, f"{self.terms} points span the space, so that {self.r} have no more sums")


__all__ = ["Secant", "SecantSymmetries", "Summable"]
