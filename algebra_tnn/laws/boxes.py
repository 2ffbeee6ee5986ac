"""Lower bounds of what a law computes if its parameters lie in a box, exactly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import comb
from typing import Any, Final

import numpy as np

from algebra_tnn.exact.polynomials import Polynomial, PolynomialRing
from algebra_tnn.exact.scalars import Number
from algebra_tnn.laws.arrays import Array
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.points import tensors_of
from algebra_tnn.laws.values import value

MOST_TERMS: Final = 10**7  # that one entry of the output may have


def lower_bounds(law: Law, lower: Mapping[str, Any], upper: Mapping[str, Any]) -> list[Number]:
    """For each entry of the output a number below which it is not, if all parameters lie between those two.

    With a + (b − a) t for a parameter from a to b, an output is a polynomial in numbers t from 0 to 1, and not below
    the sum of its constant and of its negative coefficients. If it is linear, this is its least value.
    Raises: TypeError, ValueError for other names and shapes, for a law with inputs, and for too many terms.

    >>> law = Law.trace(lambda a, b: b * a - a, {}, {"a": (2,), "b": ()})
    >>> lower_bounds(law, {"a": [1, -1], "b": 3}, {"a": [2, 1], "b": "7/2"})
    [2, Fraction(-5, 2)]
    """
    if law.inputs:
        raise ValueError(f"the law has the inputs {', '.join(law.input_names)}; a box is one of parameters alone")
    below = tensors_of(lower, law.parameters, "the lower bounds")
    above = tensors_of(upper, law.parameters, "the upper bounds")
    count, degree = law.parameter_count, law.degree_in_parameters
    if comb(count + degree, degree) > MOST_TERMS:
        raise ValueError(
            f"the law has the degree {degree} in {count} parameters, up to {comb(count + degree, degree):,} terms; at "
            f"most {MOST_TERMS:,} are multiplied out"
        )
    ring = PolynomialRing(tuple(f"t{i}" for i in range(count)), rational=True)
    variables = iter(ring.variables)
    point = {}
    for name, array in below.items():
        ends = zip(array.entries, above[name].entries, strict=True)
        point[name] = _arranged([ring(a) + (b - a) * next(variables) for a, b in ends], array)
    return [_least(x) if isinstance(x, Polynomial) else x for x in np.array(value(law, point), dtype=object).ravel()]


def _least(polynomial: Polynomial) -> Number:
    """The sum of the constant and of the negative coefficients."""
    return sum((c for exponents, c in polynomial.terms() if c < 0 or not any(exponents)), 0)


def _arranged(entries: Iterable[Polynomial], array: Array) -> Any:
    """Nested lists of the entries as those of the array."""
    left = iter(entries)
    return array.nested(lambda _: next(left))
