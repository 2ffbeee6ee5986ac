"""Linear combinations of the values that a law names, with coefficients that are polynomials, too."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from algebra_tnn.laws.arrays import Array, Shape
from algebra_tnn.laws.cuts import before
from algebra_tnn.laws.draws import Draw
from algebra_tnn.laws.expressions import Applied, Constant, Expression, Name
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.operations import LETTERS, Difference, Einsum
from algebra_tnn.laws.tracing import traced_expression
from algebra_tnn.laws.values import value


def named_shape(law: Law, name: str) -> Shape:
    """The shape of an input, a parameter, or a value under ``let``. Raises: ValueError for any other name."""
    declared, defined = dict((*law.inputs, *law.parameters)), dict(law.let)
    if name not in declared and name not in defined:
        known = ", ".join((*declared, *defined)) or "none"
        raise ValueError(f"{name!r} is no input, no parameter and no value of the law; its names are {known}")
    return declared[name] if name in declared else before(law, name).shape


def expression_of(law: Law, given: Expression | Callable[..., Any] | int) -> Expression:
    """The expression itself, a number, or what a Python function makes of inputs, parameters and values under ``let``.

    The function is handed those that its arguments name. Raises: TypeError, ValueError as ``Law.trace``.
    """
    if isinstance(given, (Name, Constant, Applied)):
        return given
    if not callable(given):
        return Constant(Array.of(given, "the coefficient"))
    names = inspect.signature(given).parameters
    return traced_expression(given, [(name, named_shape(law, name)) for name in names])


def rest(law: Law, output: Expression, cofactors: Mapping[str, Expression]) -> Law:
    """The law with the output minus Σ cofactor · value, summed over the entries of each value that has a cofactor."""
    outputs = Law(law.inputs, law.parameters, law.let, output).shape
    head, terms = LETTERS[: len(outputs)], []
    for name, cofactor in cofactors.items():
        tail = LETTERS[len(outputs) :][: len(named_shape(law, name))]
        terms.append(Applied(Einsum(f"{head}{tail},{tail}->{head}"), (cofactor, Name(name))))
    whole = Applied(Difference(), (output, *terms)) if terms else output
    return Law(law.inputs, law.parameters, law.let, whole)


def nonzero_place(law: Law, modulus: int, seed: int = 6) -> tuple[int, ...] | None:
    """An entry of the output that is not zero at a random point modulo a prime, or None if all are zero there."""
    draw = Draw(seed, modulus // 2)
    point = {name: draw.array(shape).astype(int).tolist() for name, shape in (*law.inputs, *law.parameters)}
    return next((place for place, x in _entries(value(law, point, modulus=modulus)) if x), None)


def _entries(nested: Any, place: tuple[int, ...] = ()) -> Iterable[tuple[tuple[int, ...], Any]]:
    if not isinstance(nested, list):
        yield place, nested
        return
    for i, part in enumerate(nested):
        yield from _entries(part, (*place, i))
