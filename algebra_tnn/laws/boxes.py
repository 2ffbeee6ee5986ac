"""Laws whose parameters lie in a box: what they compute in shares of its sides, and exact lower bounds of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from math import comb, prod
from typing import Any, Final, TypeAlias

import numpy as np

from algebra_tnn.exact.polynomials import Polynomial, PolynomialRing
from algebra_tnn.exact.scalars import Number
from algebra_tnn.laws.arrays import Array
from algebra_tnn.laws.expressions import Applied, Constant, Expression, Name
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.operations import LETTERS, Difference, Einsum, Sum, Take
from algebra_tnn.laws.points import tensors_of
from algebra_tnn.laws.values import value

MOST_TERMS: Final = 10**7  # that one entry of the output may have
Terms: TypeAlias = list[tuple[tuple[int, ...], Number]]  # exponents and coefficients


def expansions(law: Law, lower: Mapping[str, Any], upper: Mapping[str, Any]) -> list[Terms]:
    """For each entry of the output its terms in numbers t from 0 to 1: a parameter from a to b is a + (b − a) t.

    There is a t for each entry of the parameters, in their order, row-major.
    Raises: TypeError, ValueError for other names and shapes, for a law with inputs, and for too many terms.
    """
    if law.inputs:
        raise ValueError(f"the law has the inputs {', '.join(law.input_names)}; a box is one of parameters alone")
    size, degree = law.parameter_count, law.degree_in_parameters
    if comb(size + degree, degree) > MOST_TERMS:
        raise ValueError(
            f"the law has the degree {degree} in {size} parameters, up to {comb(size + degree, degree):,} terms; at "
            f"most {MOST_TERMS:,} are multiplied out"
        )
    ring = PolynomialRing(tuple(f"t{i}" for i in range(size)), rational=True)
    variables = iter(ring.variables)
    point = {}
    for name, (start, side) in _sides(law, lower, upper).items():
        ends = zip(start.entries, side.entries, strict=True)
        point[name] = _arranged([ring(a) + d * next(variables) for a, d in ends], start)
    constant = (0,) * size
    outputs = np.array(value(law, point), dtype=object).ravel()
    return [list(x.terms()) if isinstance(x, Polynomial) else [(constant, x)] for x in outputs]


def least(terms: Terms) -> Number:
    """The sum of the constant and of the negative coefficients: no value at numbers from 0 to 1 is below it."""
    return sum((c for exponents, c in terms if c < 0 or not any(exponents)), 0)


def lower_bounds(law: Law, lower: Mapping[str, Any], upper: Mapping[str, Any]) -> list[Number]:
    """For each entry of the output a number below which it is not, if all parameters lie between those two.

    If an output is linear, this is its least value. Raises: as ``expansions``.

    >>> law = Law.trace(lambda a, b: b * a - a, {}, {"a": (2,), "b": ()})
    >>> lower_bounds(law, {"a": [1, -1], "b": 3}, {"a": [2, 1], "b": "7/2"})
    [2, Fraction(-5, 2)]
    """
    return [least(terms) for terms in expansions(law, lower, upper)]


def excess_on_box(
    law: Law, lower: Mapping[str, Any], upper: Mapping[str, Any], bound: Number
) -> tuple[Law, tuple[str, str, str]]:
    """⟨s, f − bound⟩ as a law of s, of the shape of the output, and of the numbers t of ``expansions``, in one vector;
    and the names of s, of t and of 1 − t.

    Shapes: (P,) of t and of 1 − t for P entries of the parameters, (1,) if there are none.
    Raises: TypeError, ValueError for other names and shapes.
    """
    taken = {*law.parameter_names, *(name for name, _ in law.let)}
    s, t, u = (next(name for i in count() if (name := stem + "_" * i) not in taken) for stem in "stu")
    size = max(1, law.parameter_count)
    let: list[tuple[str, Expression]] = [(u, Applied(Difference(), (_filled((size,), 1), Name(t))))]
    places = iter(range(size))
    for name, (start, side) in _sides(law, lower, upper).items():
        letters = LETTERS[: len(start.shape)]
        shares = Applied(Take(Array(start.shape, tuple(next(places) for _ in start.entries))), (Name(t),))
        shift = Applied(Einsum(f"{letters},{letters}->{letters}"), (Constant(side), shares))
        let.append((name, Applied(Sum(), (Constant(start), shift))))
    letters = LETTERS[: len(law.shape)]
    excess = Applied(Difference(), (law.output, _filled(law.shape, bound)))
    output = Applied(Einsum(f"{letters},{letters}->"), (Name(s), excess))
    return Law((), ((s, law.shape), (t, (size,))), (*let, *law.let), output), (s, t, u)


def _sides(law: Law, lower: Mapping[str, Any], upper: Mapping[str, Any]) -> dict[str, tuple[Array, Array]]:
    """Of each parameter the lower bounds, and how far the upper ones are from them."""
    below = tensors_of(lower, law.parameters, "the lower bounds")
    above = tensors_of(upper, law.parameters, "the upper bounds")
    return {name: (start, Array(start.shape, tuple(_steps(start, above[name])))) for name, start in below.items()}


def _steps(start: Array, end: Array) -> Iterator[Number]:
    return (b - a for a, b in zip(start.entries, end.entries, strict=True))


def _filled(shape: tuple[int, ...], x: Number) -> Constant:
    return Constant(Array(shape, (x,) * prod(shape)))


def _arranged(entries: Iterable[Polynomial], array: Array) -> Any:
    """Nested lists of the entries as those of the array."""
    left = iter(entries)
    return array.nested(lambda _: next(left))
