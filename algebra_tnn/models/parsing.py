"""Polynomials in one variable from text: numbers, one letter, + − * / ^ and brackets; nothing is evaluated."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from algebra_tnn.exact.polynomials import Polynomial, PolynomialRing
from algebra_tnn.exact.scalars import Number, any_number_of_digits

LARGEST_DEGREE = 10_000  # of one activation: laws list its coefficients
LARGEST_POWER = 10**6  # bits of a number that is raised to a power

_TOKEN = re.compile(r"\s*(?:(?P<float>[0-9]*\.[0-9]*|[0-9]+[eE][+-]?[0-9]+)|([0-9]+)|([A-Za-z_]\w*)|(\*\*|[-+*/^()]))")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789")


def polynomial_in(text: str, place: str) -> tuple[Number, ...]:
    """The coefficients c0, …, cd of the polynomial that the text says.

    Raises: TypeError for floats; ValueError for everything else that is no polynomial in one variable.

    >>> polynomial_in("(x + 1)^2 / 2 - 3x", "the activation")
    (Fraction(1, 2), -2, Fraction(1, 2))
    """
    plain = re.sub(f"[{_SUPERSCRIPTS}]+", lambda match: "^" + match[0].translate(_DIGITS), text).replace("−", "-")
    tokens: list[str] = []
    position = 0
    while plain[position:].strip():
        match = _TOKEN.match(plain, position)
        if match is None:
            raise _no_polynomial(text, place)
        if match["float"]:
            raise TypeError(
                f"{place} is {_short(text)} with the float {match['float']}; write coefficients as integers or as "
                "rationals such as 1/2"
            )
        tokens.append(match[0].strip())
        position = match.end()
    letters = sorted({token for token in tokens if token[0].isalpha() or token[0] == "_"})
    called = any(token in letters and after == "(" for token, after in pairwise(tokens))  # f(t) is no product
    if called or any(len(letter) > 1 for letter in letters):
        raise _no_polynomial(text, place)
    if len(letters) > 1:
        raise several_variables(text, place, letters)
    with any_number_of_digits():
        polynomial = _Reader(text, place, tokens, PolynomialRing((*letters, "t")[:1], rational=True)).whole()
    return coefficients(polynomial)


def coefficients(polynomial: Polynomial) -> tuple[Number, ...]:
    """c0, …, cd of a polynomial in one variable; (0,) for the polynomial 0."""
    terms = {exponent: c for (exponent,), c in polynomial.terms()}
    return tuple(terms.get(e, 0) for e in range(max(terms, default=0) + 1))


def several_variables(text: object, place: str, names: Iterable[str]) -> ValueError:
    return ValueError(
        f"{place} is {_short(text)} with the variables {', '.join(names)}; "
        "an activation is a polynomial in one variable"
    )


@dataclass(slots=True)
class _Reader:
    """Recursive descent: a sum of products of powers of atoms."""

    text: str
    place: str
    tokens: list[str]
    ring: PolynomialRing
    position: int = 0

    @property
    def next(self) -> str:
        return self.tokens[self.position] if self.position < len(self.tokens) else ""

    def read(self) -> str:
        token = self.next
        self.position += 1
        return token

    def whole(self) -> Polynomial:
        result = self.sum()
        if self.next:
            raise _no_polynomial(self.text, self.place)
        return result

    def sum(self, depth: int = 0) -> Polynomial:
        if depth > 50:
            raise _no_polynomial(self.text, self.place)
        total = self.ring(0)
        sign = self.read() if self.next in ("+", "-") else "+"
        while True:
            term = self.product(depth)
            total = total + term if sign == "+" else total - term
            if self.next not in ("+", "-"):
                return total
            sign = self.read()

    def product(self, depth: int) -> Polynomial:
        result = self.power(depth)
        while self.next == "*" or self.next == "/" or self.next == "(" or self.next.isalpha():
            sign = self.read() if self.next in ("*", "/") else "*"
            factor = self.power(depth)
            if sign == "/":
                factor = self.ring(1 / Fraction(self.constant(factor)))
            result = result * factor
            self.check_degree(result.degree)
        return result

    def power(self, depth: int) -> Polynomial:
        atom = self.atom(depth)
        if self.next not in ("^", "**"):
            return atom
        self.read()
        if not self.next.isdigit():
            raise _no_polynomial(self.text, self.place)
        exponent = int(self.read())
        self.check_degree(max(atom.degree, 0) * exponent)
        height = max((max(c.numerator.bit_length(), c.denominator.bit_length()) for _, c in atom.terms()), default=0)
        if exponent * height > LARGEST_POWER:
            raise ValueError(
                f"{self.place} is {_short(self.text)}, whose numbers are too long; choose smaller exponents"
            )
        return atom**exponent

    def atom(self, depth: int) -> Polynomial:
        token = self.read()
        if token.isdigit():
            return self.ring(int(token))
        if token.isalpha():
            return self.ring.variables[0]
        if token == "(":
            inner = self.sum(depth + 1)
            if self.read() == ")":
                return inner
        raise _no_polynomial(self.text, self.place)

    def constant(self, factor: Polynomial) -> Number:
        """The number that is divided by."""
        if factor.degree:
            raise _no_polynomial(self.text, self.place)
        return coefficients(factor)[0]

    def check_degree(self, degree: int) -> None:
        if degree > LARGEST_DEGREE:
            raise ValueError(
                f"{self.place} is {_short(self.text)} of degree {degree}; degrees are at most {LARGEST_DEGREE}"
            )


def _no_polynomial(text: str, place: str) -> ValueError:
    return ValueError(
        f"{place} is {_short(text)}; an activation is a polynomial in one letter with rational coefficients, such as "
        '"x^3 + x" or "t^2 - 1/2"'
    )


def _short(value: object) -> str:
    written = repr(value)
    return written if len(written) <= 60 else written[:57] + "..."
