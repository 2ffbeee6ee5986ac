"""Forms from text: numbers, names, + − * / ^ and brackets; nothing is evaluated."""

from __future__ import annotations

import ast
import re
import unicodedata
import warnings
from fractions import Fraction
from math import comb

from algebra_tnn.exact import Polynomial, PolynomialRing, any_number_of_digits
from algebra_tnn.tensors.forms import Form

LARGEST_DEGREE = 60
LONGEST = 20_000  # characters
MOST_DIGITS = 2_000  # of a number that occurs
MOST_TERMS = 200_000  # of a product, before terms are collected
EXAMPLE = 'a form with rational coefficients, all terms of one degree, such as "x^2*y - 1/2*y^3"'


def form_in(text: str, place: str = "the form") -> Form:
    """The form that the text says, its variables in the order of their names.

    Raises: TypeError for floats; ValueError for everything else that is no form, with the two degrees if it is a
    polynomial that is not homogeneous.

    >>> F = form_in("(x + y)^3 - x^3")
    >>> print(F, F.variables)
    3*x^2*y + 3*x*y^2 + y^3 ('x', 'y')
    """
    if len(text) > LONGEST:
        raise ValueError(f"{place} has {len(text)} characters; forms of up to {LONGEST} are read")
    with any_number_of_digits():
        tree = _tree(text, place)
        names = tuple(sorted({node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}, key=_in_order))
        if not names:
            raise ValueError(f"{place} is {_short(text)}, which has no variable; give {EXAMPLE}")
        polynomial = _Reader(text, place, PolynomialRing(names, rational=True)).polynomial(tree)
        terms = dict(polynomial.terms())
    degrees = sorted({sum(exponents) for exponents in terms})
    if len(degrees) > 1:
        raise ValueError(
            f"{place} is {_short(text)}, with terms of degrees {degrees[0]} and {degrees[-1]}; the terms of a "
            "form have one degree (multiply by powers of a new variable to make it one)"
        )
    if degrees == [0]:
        raise ValueError(f"{place} is {_short(text)}, a number; give {EXAMPLE}")
    return Form.of(names, degrees[0] if degrees else 1, terms)


def _tree(text: str, place: str) -> ast.expr:
    plain = _superscripts(text.strip()).replace("^", "**").replace("−", "-").replace("·", "*")
    plain = re.sub(r"(\b[0-9]+|\))\s*(?=[^\W\d]|\()", r"\1*", plain)  # 2x and 3(x + y) are products
    if re.search(r"[^\W\d]\w*\s*\(", plain):
        raise _no_form(text, place)
    if float_ := re.search(r"[0-9]*\.[0-9]+|[0-9]+\.[0-9]*", plain):
        raise TypeError(
            f"{place} is {_short(text)} with the float {float_[0]}; write coefficients as integers or as rationals "
            "such as 1/2"
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(plain, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise _no_form(text, place) from None


def _superscripts(text: str) -> str:
    """x² as x^2."""

    def written(match: re.Match[str]) -> str:
        return "^" + unicodedata.normalize("NFKC", match[0])

    return re.sub("[⁰¹²³⁴⁵⁶⁷⁸⁹]+", written, text)


class _Reader:
    """Sums, products, quotients by numbers, and powers, from the syntax tree."""

    def __init__(self, text: str, place: str, ring: PolynomialRing) -> None:
        self.text, self.place, self.ring = text, place, ring

    def polynomial(self, tree: ast.expr, depth: int = 0) -> Polynomial:
        if depth > 400:
            raise _no_form(self.text, self.place)
        match tree:
            case ast.Name(id=name):
                return self.ring.variables[self.ring.names.index(name)]
            case ast.Constant(value=int(number)) if not isinstance(number, bool):
                return self.ring(number)
            case ast.UnaryOp(op=ast.UAdd(), operand=inner):
                return self.polynomial(inner, depth + 1)
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                return -self.polynomial(inner, depth + 1)
            case ast.BinOp(left=base, op=ast.Pow(), right=ast.Constant(value=int(exponent))):
                found = self.polynomial(base, depth + 1)
                self.check(max(found.degree, 0) * exponent, self.height(found) * exponent)
                self.check_terms(comb(found.term_count + exponent - 1, exponent) if found else 0)
                return found**exponent
            case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div() as operation, right=right):
                return self.combined(self.polynomial(left, depth + 1), operation, self.polynomial(right, depth + 1))
        raise _no_form(self.text, self.place)

    def combined(self, left: Polynomial, operation: ast.operator, right: Polynomial) -> Polynomial:
        match operation:
            case ast.Add():
                return left + right
            case ast.Sub():
                return left - right
            case ast.Mult():
                self.check(left.degree + right.degree, self.height(left) + self.height(right))
                self.check_terms(left.term_count * right.term_count)
                return left * right
        if right.degree:
            raise _no_form(self.text, self.place)
        return left * self.ring(1 / Fraction(next(c for _, c in right.terms())))

    def height(self, polynomial: Polynomial) -> int:
        """The digits of its longest number, nearly."""
        numbers = (c for _, c in polynomial.terms())
        return max((max(c.numerator.bit_length(), c.denominator.bit_length()) // 3 for c in numbers), default=0)

    def check(self, degree: int, digits: int) -> None:
        if degree > LARGEST_DEGREE:
            raise ValueError(
                f"{self.place} is {_short(self.text)} with a part of degree {degree}; degrees are at most "
                f"{LARGEST_DEGREE}"
            )
        if digits > MOST_DIGITS:
            raise ValueError(f"{self.place} is {_short(self.text)}, whose numbers are too long; give shorter ones")

    def check_terms(self, number: int) -> None:
        """Before terms are multiplied; the number is that without collecting any."""
        if number > MOST_TERMS:
            raise ValueError(
                f"{self.place} is {_short(self.text)}, with products of more than {MOST_TERMS} terms; multiply out less"
            )


def _in_order(name: str) -> tuple[str, int, str]:
    """x2 before x10."""
    match = re.fullmatch(r"(\w*?)([0-9]*)", name)
    assert match is not None
    return match[1], int(match[2] or -1), name


def _no_form(text: str, place: str) -> ValueError:
    return ValueError(f"{place} is {_short(text)}; it is {EXAMPLE}")


def _short(text: str) -> str:
    written = repr(text)
    return written if len(written) <= 60 else written[:57] + "..."
