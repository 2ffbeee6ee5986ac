"""Number fields in which a polynomial splits into linear factors."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from math import lcm
from typing import Any, TypeAlias

from flint import fmpq, fmpq_mpoly_ctx, fmpz

from algebra_tnn.exact.fields import Q
from algebra_tnn.exact.number_fields import Algebraic, NumberField, irreducible_factors
from algebra_tnn.exact.scalars import Number

LARGEST_DEGREE = 8  # of a splitting field: it grows fast, and so do the numbers in it

Coefficients: TypeAlias = list[Any]  # of a polynomial over a number field, constant first, leading one not zero
Roots: TypeAlias = list[Any]  # numbers, or elements of the field


def splitting_field(polynomial: Sequence[Number]) -> tuple[NumberField | None, Roots] | None:
    """The splitting field over Q of a nonzero polynomial (constant first) and its different roots there.

    The field is None where all roots are rational, and so the roots are numbers. None if the degree of the field is
    more than ``LARGEST_DEGREE``. Roots are adjoined one by one; the other factors are found from norms [Trager1976].

    >>> field, roots = splitting_field([-2, 0, 0, 1])
    >>> field.degree, len(roots), roots[0] * roots[0] * roots[0] == 2
    (6, 3, True)
    """
    factors: list[Coefficients] = [list(factor) for factor, _ in irreducible_factors(polynomial)]
    rational: Roots = [Q.divided(-f[0], f[1]) for f in factors if len(f) == 2]
    left = [f for f in factors if len(f) > 2]
    if not left:
        return None, rational
    if max(map(len, left)) - 1 > LARGEST_DEGREE:
        return None
    field = NumberField((0, 1))
    roots: Roots = [field(x) for x in rational]
    left = [[field(c) for c in f] for f in left]
    while left:
        adjoined = _with_a_root(field, left[0])
        if adjoined is None:
            return None
        field, old = adjoined
        roots = [_image(x, old) for x in roots]
        found = [factor for f in left for factor in _factors(field, [_image(c, old) for c in f])]
        roots += [-f[0] / f[1] for f in found if len(f) == 2]
        left = [f for f in found if len(f) > 2]
    return field, roots


def _with_a_root(field: NumberField, f: Coefficients) -> tuple[NumberField, Algebraic] | None:
    """The field with a root of the irreducible f, and the image of the old generator; None if its degree is too large.

    The sum γ of the root and of k times the old generator θ generates it if the norm of f(x − kθ) has no multiple
    factors; then θ is the only common root of its polynomial and of f(γ − kt), with coefficients in t.
    """
    if field.degree * (len(f) - 1) > LARGEST_DEGREE:
        return None
    k, norm = _norm(field, f)
    larger = NumberField(tuple(int(c) for c in norm))
    gamma = larger([0, 1])
    shifted: Coefficients = [larger(0)]  # f(γ − kt), by Horner's rule
    for c in reversed(f):
        product = [gamma * x for x in shifted] + [larger(0)]
        for i, x in enumerate(shifted):
            product[i + 1] = product[i + 1] - k * x
        for i, x in enumerate(c.coefficients()):
            product += [larger(0)] * (i + 1 - len(product))
            product[i] = product[i] + x
        shifted = product
    common = _common_divisor(_without_zeros(shifted), [larger(c) for c in field.polynomial])
    return larger, -common[0] / common[1]


def _factors(field: NumberField, f: Coefficients) -> list[Coefficients]:
    """The irreducible factors over the field of a polynomial without multiple roots."""
    if len(f) == 2:
        return [f]
    k, norm = _norm(field, f)
    found = []
    shift = field([0, k])
    for factor, _ in irreducible_factors(norm):
        moved: Coefficients = [field(0)]  # the factor at x + kθ
        for c in reversed(factor):
            product = [shift * x for x in moved] + [field(0)]
            for i, x in enumerate(moved):
                product[i + 1] = product[i + 1] + x
            product[0] = product[0] + c
            moved = product
        found.append(_common_divisor(f, _without_zeros(moved)))
    return found


def _norm(field: NumberField, f: Coefficients) -> tuple[int, list[Number]]:
    """k and the norm of f(x − kθ), integral and without multiple factors, for the least k ≥ 0 with this property."""
    context = fmpq_mpoly_ctx.get(("t", "x"), "lex")
    t, x = context.gens()
    modulus = context.from_dict(_terms(field.polynomial))
    for k in count():
        moved = context.constant(0)
        for c in reversed(f):
            moved = moved * (x - k * t) + context.from_dict(_terms(c.coefficients()))
        terms = {e[1]: c for e, c in modulus.resultant(moved, "t").to_dict().items()}
        numbers = [fmpq(terms.get(i, 0)) for i in range(max(terms) + 1)]
        scale = lcm(*(int(c.q) for c in numbers))
        norm: list[Number] = [int((c * scale).p) for c in numbers]
        if all(multiplicity == 1 for _, multiplicity in irreducible_factors(norm)):
            return k, norm
    raise AssertionError("only finitely many k give multiple factors")


def _terms(coefficients: Sequence[Number]) -> dict[tuple[int, ...], fmpq | fmpz | int]:
    """The polynomial in the first of two variables."""
    return {(i, 0): fmpq(c.numerator, c.denominator) for i, c in enumerate(coefficients) if c}


def _common_divisor(f: Coefficients, g: Coefficients) -> Coefficients:
    while g:
        f, g = g, _remainder(f, g)
    return f


def _remainder(f: Coefficients, g: Coefficients) -> Coefficients:
    rest, inverse = list(f), 1 / g[-1]
    while len(rest) >= len(g):
        quotient = rest[-1] * inverse
        for i, c in enumerate(g, len(rest) - len(g)):
            rest[i] = rest[i] - quotient * c
        rest = _without_zeros(rest[:-1])
    return rest


def _without_zeros(f: Coefficients) -> Coefficients:
    length = next((i for i in range(len(f), 0, -1) if f[i - 1]), 0)
    return f[:length]


def _image(x: Algebraic, generator: Algebraic) -> Algebraic:
    """The element with the same coefficients in the image of the generator."""
    total = generator.field(0)
    for c in reversed(x.coefficients()):
        total = total * generator + c
    return total
