"""Probability measures on the line by their moments, and rational points that have the same ones up to a degree.

*Why points.* The expectation of a polynomial of degree at most d depends on the moments up to d alone. Let
t_0, …, t_(q−1) be different numbers and w_i the expectation of the polynomial of degree q − 1 that is 1 at t_i and 0 at
the others. A polynomial f of degree below q is the sum of its values times these polynomials, so that E[f] =
Σ w_i f(t_i). If the measure and the points are symmetric about one centre c, then by uniqueness so are the weights, and
both sides are 0 for (t − c)^q with q odd: the rule is exact for the degree q as well. Weights may be negative, which
does not matter for identities. In several independent variables the products of the rules are exact for all
polynomials whose degree in each variable is at most d: monomials are products.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod
from typing import Any, TypeAlias

from algebra_tnn.exact.scalars import Number, exact_number


@dataclass(frozen=True, slots=True)
class Rule:
    """Points and weights: E[f] ≈ Σ w_i f(t_i), exact for polynomials f of degree at most ``degree``."""

    points: tuple[Number, ...]
    weights: tuple[Number, ...]
    degree: int

    def moment(self, exponent: int) -> Number:
        """Σ w_i t_i^k, which is the moment of the measure for k at most ``degree``."""
        return _sum(w * t**exponent for t, w in zip(self.points, self.weights, strict=True))


@dataclass(frozen=True, slots=True)
class Normal:
    """The standard normal distribution: E[t^k] = (k − 1)(k − 3) ⋯ 1 for even k, and 0 for odd k.

    >>> [Normal().moment(k) for k in range(7)]
    [1, 0, 1, 0, 3, 0, 15]
    """

    @property
    def boundary(self) -> tuple[Number, ...]:
        """The ends of the interval on which the density is positive: there are none."""
        return ()

    def moment(self, exponent: int) -> Number:
        """By parts, E[t · t^(k−1)] = (k − 1) E[t^(k−2)]."""
        return 0 if exponent % 2 else prod(range(1, exponent, 2))

    def rule(self, degree: int) -> Rule:
        """A rule of this degree at the points −h, …, h.

        >>> Normal().rule(3)
        Rule(points=(-1, 0, 1), weights=(Fraction(1, 2), 0, Fraction(1, 2)), degree=3)
        """
        return _rule(self, _symmetric(0, 1, degree), degree)

    def __str__(self) -> str:
        return "the standard normal distribution"


@dataclass(frozen=True, slots=True)
class Uniform:
    """The uniform distribution on an interval: E[t^k] = (b^(k+1) − a^(k+1)) / ((k + 1)(b − a)).

    Raises: TypeError, ValueError unless a < b are exact numbers.

    >>> [Uniform(0, 1).moment(k) for k in range(3)], Uniform(-1, 1).moment(3)
    ([1, Fraction(1, 2), Fraction(1, 3)], 0)
    """

    lower: Number
    upper: Number

    def __post_init__(self) -> None:
        for name in ("lower", "upper"):
            object.__setattr__(self, name, exact_number(getattr(self, name), f"the {name} end of the interval"))
        if self.lower >= self.upper:
            raise ValueError(f"the interval is from {self.lower} to {self.upper}; its lower end is below its upper one")

    @property
    def boundary(self) -> tuple[Number, ...]:
        """The ends of the interval."""
        return self.lower, self.upper

    def moment(self, exponent: int) -> Number:
        k = exponent + 1
        return _reduced(Fraction(self.upper**k - self.lower**k) / (k * (self.upper - self.lower)))

    def rule(self, degree: int) -> Rule:
        """A rule of this degree at equidistant points from end to end."""
        centre = Fraction(self.lower + self.upper) / 2
        half = max(1, _half(degree))
        return _rule(self, _symmetric(centre, Fraction(self.upper - self.lower) / (2 * half), degree), degree)

    def __str__(self) -> str:
        return f"the uniform distribution on [{self.lower}, {self.upper}]"


Measure: TypeAlias = Normal | Uniform


def check_measure(value: Any) -> None:
    """Raises: TypeError unless the value is one of the measures."""
    if not isinstance(value, Normal | Uniform):
        named = value.__name__ if isinstance(value, type) else repr(value)
        raise TypeError(f"the measure is {named}; it is Normal(), or Uniform(a, b) with the ends of an interval")


def _half(degree: int) -> int:
    """h such that 2h + 1 symmetric points have a rule of this degree."""
    return degree // 2


def _symmetric(centre: Number, step: Number, degree: int) -> tuple[Number, ...]:
    half = _half(degree)
    return tuple(_reduced(Fraction(centre + i * step)) for i in range(-half, half + 1))


def _rule(measure: Measure, points: Sequence[Number], degree: int) -> Rule:
    moments = [measure.moment(k) for k in range(len(points))]
    weights = []
    for t in points:
        others = [s for s in points if s != t]
        numerator = _product_of_linear(others)
        value = _sum(c * m for c, m in zip(numerator, moments, strict=True))
        weights.append(_reduced(Fraction(value) / prod((t - s for s in others), start=Fraction(1))))
    return Rule(tuple(points), tuple(weights), degree)


def _product_of_linear(zeros: Sequence[Number]) -> list[Number]:
    """The coefficients of Π (t − s), the constant first."""
    found: list[Number] = [1]
    for s in zeros:
        found = [a - s * b for a, b in zip([0, *found], [*found, 0], strict=True)]
    return found


def _sum(numbers: Any) -> Number:
    return _reduced(sum(numbers, start=Fraction(0)))


def _reduced(x: Fraction) -> Number:
    return x.numerator if x.denominator == 1 else x
