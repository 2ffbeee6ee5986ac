"""Activations: polynomials in one variable with rational coefficients, and which of them can be rescaled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from algebra_tnn.exact.polynomials import PolynomialRing
from algebra_tnn.exact.scalars import Number, exact_number
from algebra_tnn.laws.tracing import Traced, apply, einsum
from algebra_tnn.models.parsing import LARGEST_DEGREE, polynomial_in, several_variables

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Power:
    """The form α (t + β)^r + γ of a polynomial; β = 0 if r = 1."""

    scale: Number
    shift: Number
    exponent: int
    offset: Number

    @property
    def is_monomial(self) -> bool:
        return self.shift == 0 == self.offset


@dataclass(frozen=True, slots=True)
class Activation:
    """The polynomial c0 + c1 t + … + cd t^d with cd ≠ 0 and d ≥ 1.

    >>> sigma = Activation((1, 2, 1, 0))
    >>> print(sigma, sigma.degree, sigma.power)
    t² + 2 t + 1 2 Power(scale=1, shift=1, exponent=2, offset=0)
    """

    coefficients: tuple[Number, ...]

    def __post_init__(self) -> None:
        numbers = list(self.coefficients)
        while numbers and not numbers[-1]:
            numbers.pop()
        if len(numbers) < 2:
            raise ValueError(f"the activation is the constant {numbers[0] if numbers else 0}; its degree is at least 1")
        object.__setattr__(self, "coefficients", tuple(numbers))

    @classmethod
    def monomial(cls, degree: int) -> Activation:
        return cls((0,) * degree + (1,))

    @property
    def degree(self) -> int:
        return len(self.coefficients) - 1

    @property
    def exponents(self) -> tuple[int, ...]:
        """The exponents of the terms, ascending."""
        return tuple(e for e, c in enumerate(self.coefficients) if c)

    @property
    def centre(self) -> Number:
        """β such that the polynomial in t + β has no term of degree d − 1; 0 if d = 1."""
        c, d = self.coefficients, self.degree
        return _reduced(Fraction(c[d - 1]) / (d * c[d])) if d > 1 else 0

    @property
    def power(self) -> Power | None:
        """The form α (t + β)^r + γ, or None if there is none: every linear and every quadratic polynomial has it."""
        c, r, shift = self.coefficients, self.degree, self.centre
        binomial, power = 1, Fraction(1)  # C(r, e) and β^(r−e)
        for e in range(r - 1, -1, -1):
            binomial, power = binomial * (e + 1) // (r - e), power * shift
            if e and c[e] != c[r] * binomial * power:
                return None
        return Power(c[r], shift, r, _reduced(c[0] - c[r] * power))

    def centred(self) -> Activation:
        """σ(t − β) − σ(−β), where β is the centre: no constant term, and none of degree d − 1 if d > 1."""
        return Activation((0, *self._moved()[1:]))

    def _moved(self) -> list[Number]:
        """The coefficients of σ(t − β), by repeated division by t + β."""
        c, shift = list(self.coefficients), self.centre
        for first in range(self.degree if shift else 0):
            for e in range(self.degree - 1, first - 1, -1):
                c[e] -= shift * c[e + 1]
        return [_reduced(Fraction(x)) for x in c]

    def value(self, t: Number) -> Number:
        return _reduced(Fraction(sum(c * t**e for e, c in enumerate(self.coefficients))))

    def __str__(self) -> str:
        R = PolynomialRing(("t",), rational=True)
        written = str(R.of_terms([(e,) for e in self.exponents], [self.coefficients[e] for e in self.exponents]))
        return re.sub(r"\^([0-9]+)", lambda match: match[1].translate(_SUPERSCRIPTS), written).replace("*", " ")


def activated(activations: Sequence[Activation], z: Traced) -> Traced:
    """Each entry of z under the activation of its neuron, while a law is traced."""
    if len(set(activations)) == 1:
        return apply(activations[0].coefficients, z)
    exponents = sorted({e for sigma in activations for e in sigma.exponents})
    columns = {e: [sigma.coefficients[e] if e <= sigma.degree else 0 for sigma in activations] for e in exponents}
    constants = columns.pop(0, None)
    first, *others = (einsum("i,i->i", column, z**e if e > 1 else z) for e, column in columns.items())
    total = first if constants is None else first + constants
    for other in others:
        total = total + other
    return total


def layer_activations(value: Any, width: int, place: str) -> tuple[Activation, ...]:
    """The activation of each neuron of a hidden layer.

    ``value`` is a degree, a list of numbers c0, c1, …, a text such as "x^3 + x", a SymPy polynomial, or a list with one
    of these for each neuron. Raises: TypeError, ValueError.
    """
    if not isinstance(value, (list, tuple)) or all(_is_number(x) for x in value):
        return (activation(value, place),) * width
    if len(value) != width:
        raise ValueError(
            f"{place} has {len(value)} polynomials but the layer has {width} neurons; give one for each, or one for all"
        )
    return tuple(activation(x, f"{place}[{i}]") for i, x in enumerate(value))


def activation(value: Any, place: str) -> Activation:
    """The activation that the value says: a degree, a list of numbers, a text, a SymPy polynomial, or itself."""
    if isinstance(value, Activation):
        return value
    if isinstance(value, (list, tuple)):
        return _of_coefficients([exact_number(c, f"{place}: the coefficient c{i}") for i, c in enumerate(value)], place)
    if isinstance(value, str):
        return _of_coefficients(polynomial_in(value, place), place)
    if getattr(value, "free_symbols", None):
        return _of_coefficients(_from_sympy(value, place), place)
    return Activation.monomial(checked_degree(value, place))


def checked_degree(value: Any, place: str) -> int:
    """The degree of a monomial. Raises: TypeError, ValueError unless it is an integer from 1 on, and not too large."""
    degree = exact_number(value, place) if not isinstance(value, str) and _is_number(value) else None
    if not isinstance(degree, int):
        raise TypeError(f"{place} is {value!r}; a degree is an integer from 1 on, such as 2")
    if degree < 1:
        reason = "a layer of degree 0 forgets its input, so " if degree == 0 else ""
        raise ValueError(f"{place} is {degree}; {reason}degrees are at least 1")
    if degree > LARGEST_DEGREE:
        raise ValueError(f"{place} is {degree}; degrees are at most {LARGEST_DEGREE}, since laws list coefficients")
    return degree


def _of_coefficients(numbers: Sequence[Number], place: str) -> Activation:
    if len(numbers) - 1 > LARGEST_DEGREE:
        raise ValueError(f"{place} has degree {len(numbers) - 1}; degrees are at most {LARGEST_DEGREE}")
    if not any(numbers[1:]):
        constant = numbers[0] if numbers else 0
        raise ValueError(
            f"{place} is the constant {constant}; a constant activation forgets its input, so degrees are at least 1"
        )
    return Activation(tuple(numbers))


def _from_sympy(value: Any, place: str) -> list[Number]:
    from sympy import Poly, PolynomialError

    names = sorted(map(str, value.free_symbols))
    if len(names) > 1:
        raise several_variables(value, place, names)
    (symbol,) = value.free_symbols
    try:
        terms = {exponent: c for (exponent,), c in Poly(value, symbol).terms()}
    except PolynomialError:
        raise ValueError(
            f"{place} is {value}; an activation is a polynomial in one variable with rational coefficients"
        ) from None
    return [exact_number(terms.get(e, 0), f"{place}: the coefficient c{e}") for e in range(max(terms) + 1)]


def _is_number(value: Any) -> bool:
    """Whether a list of such entries lists coefficients: floats are meant so, and refused where they are read."""
    if isinstance(value, str):
        return re.fullmatch(r"\s*[+-]?[0-9.]+\s*(/\s*[0-9]+\s*)?", value) is not None
    return not isinstance(value, (list, tuple, Activation)) and not getattr(value, "free_symbols", None)


def _reduced(x: Fraction) -> Number:
    return x.numerator if x.denominator == 1 else x
