"""Polynomials in the entries of parameters as expressions of a law."""

from __future__ import annotations

from itertools import product

from algebra_tnn.exact.polynomials import Polynomial
from algebra_tnn.laws import Law
from algebra_tnn.laws.arrays import Array, Shape
from algebra_tnn.laws.expressions import Applied, Constant, Expression, Name
from algebra_tnn.laws.operations import Apply, Einsum, Sum, Take


def expression_of(polynomial: Polynomial, law: Law) -> Expression:
    """The polynomial, whose variables are the entries of all parameters of the law in their order."""
    entries = [_entry(name, place) for name, shape in law.parameters for place in _places(shape)]
    terms: list[Expression] = []
    for exponents, coefficient in polynomial.terms():
        factors = [_power(entries[i], e) for i, e in enumerate(exponents) if e]
        if not factors:
            terms.append(Constant(Array((), (coefficient,))))
            continue
        product_of = factors[0] if len(factors) == 1 else Applied(Einsum(f"{',' * (len(factors) - 1)}->"), (*factors,))
        terms.append(product_of if coefficient == 1 else Applied(Apply((0, coefficient)), (product_of,)))
    if not terms:
        return Constant(Array((), (0,)))
    return terms[0] if len(terms) == 1 else Applied(Sum(), tuple(terms))


def _places(shape: Shape) -> product[tuple[int, ...]]:
    return product(*map(range, shape))


def _entry(name: str, place: tuple[int, ...]) -> Expression:
    entry: Expression = Name(name)
    for i in place:
        entry = Applied(Take(Array((), (i,))), (entry,))
    return entry


def _power(entry: Expression, exponent: int) -> Expression:
    return entry if exponent == 1 else Applied(Apply((*[0] * exponent, 1)), (entry,))
