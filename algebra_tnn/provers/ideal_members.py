"""Polynomials as combinations of others: by division, or by linear algebra with products of a bounded degree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement
from math import comb, prod
from typing import TypeAlias

from algebra_tnn.claims import Vanishes
from algebra_tnn.exact import Field
from algebra_tnn.exact.linear.matrices import solution
from algebra_tnn.exact.polynomials import Polynomial, PolynomialRing
from algebra_tnn.laws import Law, expansion
from algebra_tnn.laws.arrays import Array, Shape
from algebra_tnn.laws.combinations import named_shape
from algebra_tnn.laws.expansion import variable_names
from algebra_tnn.laws.expressions import Applied, Constant, Expression, Name
from algebra_tnn.laws.operations import LETTERS, Einsum, Sum
from algebra_tnn.provers.conserved.expressions import expression_of

MOST_STEPS = 20_000  # of a division
MOST_PRODUCTS = 400  # of monomials and polynomials that are zero, as columns of a linear system
MORE_DEGREES = 3  # of the products: theirs, and two more
MOST_TERMS = 20_000  # of the expansions

Exponents: TypeAlias = tuple[int, ...]
Terms: TypeAlias = dict[Exponents, Fraction]


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Coefficients in Q, or residues modulo p as fractions with the denominator 1."""

    p: int

    def normal(self, x: Fraction) -> Fraction:
        return Fraction(x.numerator * pow(x.denominator, -1, self.p) % self.p) if self.p else x

    def added(self, terms: Terms, c: Fraction, shift: Exponents, others: Terms) -> None:
        """Adds c · monomial · others to the terms, and drops what is zero."""
        for exponents, x in others.items():
            key = tuple(a + b for a, b in zip(exponents, shift, strict=True))
            total = self.normal(terms.get(key, Fraction(0)) + c * x)
            if total:
                terms[key] = total
            else:
                terms.pop(key, None)


def found_cofactors(claim: Vanishes) -> dict[str, Expression] | None:
    """Cofactors by the names of the values that are zero; None if none are found."""
    law, field = claim.law, claim.field
    try:
        outputs = expansion(law, modulus=field.characteristic, budget=MOST_TERMS)
        values = {name: _expanded(law, name, field) for name in claim.zero}
    except ValueError:  # too many terms
        return None
    divisors = [(name, i, terms) for name, some in values.items() for i, terms in enumerate(some) if terms]
    arithmetic, targets = Arithmetic(field.characteristic), [_terms(f) for f in outputs]
    parts = [terms for *_, terms in divisors]
    quotients = [_divided(target, parts, arithmetic) for target in targets]
    if None in quotients:
        start = max(sum(exponents) for terms in (*targets, *parts) for exponents in terms)
        tried = (_solved(targets, parts, degree, field) for degree in range(start, start + MORE_DEGREES))
        quotients = next((found for found in tried if found), [None])
    if None in quotients:
        return None
    declared = Law((), (*law.inputs, *law.parameters), (), Constant(Array((), (0,))))
    variables = tuple(v for some in variable_names(dict(declared.parameters)).values() for v in some)
    ring = PolynomialRing(variables, rational=True)
    cofactors: dict[str, Expression] = {}
    for name in claim.zero:
        shape = (*law.shape, *named_shape(law, name))
        size = prod(named_shape(law, name))
        entries: dict[int, Terms] = {}
        for i, found in enumerate(quotients):
            for (other, j, _), terms in zip(divisors, found or (), strict=True):
                if other == name and terms:
                    entries[i * size + j] = terms
        if entries:
            written = {k: expression_of(_polynomial(ring, terms), declared) for k, terms in entries.items()}
            cofactors[name] = _array(written, shape)
    return cofactors


def _expanded(law: Law, name: str, field: Field) -> list[Terms]:
    value = Law(law.inputs, law.parameters, law.let, Name(name))
    return [_terms(f) for f in expansion(value, modulus=field.characteristic, budget=MOST_TERMS)]


def _terms(polynomial: Polynomial) -> Terms:
    return {exponents: Fraction(c) for exponents, c in polynomial.terms()}


def _polynomial(ring: PolynomialRing, terms: Terms) -> Polynomial:
    return ring.of_terms(list(terms), list(terms.values()))


def _order(exponents: Exponents) -> tuple[int, ...]:
    """By degree, then reverse lexicographic."""
    return (sum(exponents), *(-e for e in reversed(exponents)))


def _divided(target: Terms, parts: Sequence[Terms], arithmetic: Arithmetic) -> list[Terms] | None:
    """Quotients of the division by all parts in turn, largest terms first; None if there is a remainder."""
    rest, quotients = dict(target), [Terms() for _ in parts]
    leading = [max(part, key=_order) for part in parts]
    for _ in range(MOST_STEPS):
        if not rest:
            return quotients
        top = max(rest, key=_order)
        for quotient, part, head in zip(quotients, parts, leading, strict=True):
            shift = tuple(a - b for a, b in zip(top, head, strict=True))
            if min(shift, default=0) >= 0:
                c = arithmetic.normal(rest[top] / part[head])
                arithmetic.added(rest, -c, shift, part)
                arithmetic.added(quotient, c, (0,) * len(shift), {shift: Fraction(1)})
                break
        else:
            return None
    return None


def _solved(
    targets: Sequence[Terms], parts: Sequence[Terms], degree: int, field: Field
) -> list[list[Terms] | None] | None:
    """Quotients such that no product has a larger degree than this; None if there are none, or too many products."""
    variables = len(next(exponents for terms in (*targets, *parts) for exponents in terms))
    degrees = [degree - max(map(sum, part)) for part in parts]
    if sum(comb(variables + d, d) for d in degrees) > MOST_PRODUCTS:
        return None
    columns = [(k, shift) for k, d in enumerate(degrees) for shift in _monomials(variables, d)]
    arithmetic, products = Arithmetic(field.characteristic), []
    for k, shift in columns:
        products.append(Terms())
        arithmetic.added(products[-1], Fraction(1), shift, parts[k])
    rows = sorted({e for terms in (*products, *targets) for e in terms}, key=_order)
    zero = Fraction(0)
    left, right = ([[terms.get(row, zero) for terms in some] for row in rows] for some in (products, targets))
    found = solution(tuple(map(tuple, left)), tuple(map(tuple, right)), field) if columns else None
    if found is None:
        return None
    result: list[list[Terms] | None] = []
    for i in range(len(targets)):
        quotients = [Terms() for _ in parts]
        for (k, shift), row in zip(columns, found, strict=True):
            if row[i]:
                quotients[k][shift] = Fraction(row[i])
        result.append(quotients)
    return result


def _monomials(variables: int, degree: int) -> list[Exponents]:
    """Of at most this degree."""
    chosen = (some for d in range(degree + 1) for some in combinations_with_replacement(range(variables), d))
    return [tuple(map(some.count, range(variables))) for some in chosen]


def _array(entries: dict[int, Expression], shape: Shape) -> Expression:
    """The array with these entries, counted row-major, and zeros."""
    if not shape:
        return entries[0]
    letters, terms = LETTERS[: len(shape)], []
    for k, expression in entries.items():
        unit = Array(shape, tuple(int(i == k) for i in range(prod(shape))))
        terms.append(Applied(Einsum(f",{letters}->{letters}"), (expression, Constant(unit))))
    return terms[0] if len(terms) == 1 else Applied(Sum(), tuple(terms))
