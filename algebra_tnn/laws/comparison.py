"""Two laws as one that is zero if they are the same function."""

from __future__ import annotations

from collections.abc import Mapping

from algebra_tnn.laws.expressions import Applied, Expression, Name
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.operations import Difference, Einsum

SCALE = "c"


def scaled_difference(one: Law, two: Law) -> Law:
    """c · (f − g): inputs and parameters of both are inputs, c is the parameter. Its dimension is 0 iff f = g, else 1.

    Raises: ValueError unless outputs are numbers, and tensors with the same name have the same shape.

    >>> f = Law.trace(lambda x, y: (x + y) ** 2, {"x": (), "y": ()}, {})
    >>> g = Law.trace(lambda x, y: x**2 + 2 * x * y + y**2, {"x": (), "y": ()}, {})
    >>> from algebra_tnn.laws import expansion
    >>> print(*expansion(scaled_difference(f, g)))
    0
    """
    if one.shape or two.shape:
        raise ValueError(f"the outputs have the shapes {one.shape} and {two.shape}; both are numbers")
    declared = dict((*one.inputs, *one.parameters))
    for name, shape in (*two.inputs, *two.parameters):
        if declared.setdefault(name, shape) != shape:
            raise ValueError(f"{name} has the shape {declared[name]} in one law and {shape} in the other")
    if SCALE in declared:
        raise ValueError(f"a tensor is called {SCALE}; this is the name of the factor")
    sides = [_renamed(law, stem) for law, stem in ((one, "f_"), (two, "g_"))]
    outputs = tuple(output for _, output in sides)
    scaled = Applied(Einsum(",->"), (Name(SCALE), Applied(Difference(), outputs)))
    return Law(tuple(declared.items()), ((SCALE, ()),), sides[0][0] + sides[1][0], scaled)


def _renamed(law: Law, stem: str) -> tuple[tuple[tuple[str, Expression], ...], Expression]:
    """Definitions and output, with the stem before all names that are defined."""
    names = {name: f"{stem}{name}" for name, _ in law.let}
    return tuple((names[name], _with(expression, names)) for name, expression in law.let), _with(law.output, names)


def _with(expression: Expression, names: Mapping[str, str]) -> Expression:
    match expression:
        case Name(name):
            return Name(names.get(name, name))
        case Applied(operation, operands):
            return Applied(operation, tuple(_with(operand, names) for operand in operands))
        case constant:
            return constant
