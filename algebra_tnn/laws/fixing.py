"""A law at given weights, or with some inputs given: names are replaced by constants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from algebra_tnn.laws.arrays import Array
from algebra_tnn.laws.expressions import Applied, Constant, Expression, Name
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.points import tensors_of


def fixed(law: Law, given: Mapping[str, Any]) -> Law:
    """The law with these inputs and parameters as constants: with all parameters, the function of given weights.

    Raises: TypeError, ValueError for entries that are no exact numbers, and for other names and shapes.

    >>> law = Law.trace(lambda x, W, V: V @ (W @ x)**2, {"x": (2,)}, {"W": (1, 2), "V": (1, 1)})
    >>> from algebra_tnn.laws import expansion
    >>> fixed(law, {"V": [[3]]}).parameters
    (('W', (1, 2)),)
    >>> print(*expansion(fixed(law, {"W": [[1, 2]], "V": [[3]]})))
    3*x_0^2 + 12*x_0*x_1 + 12*x_1^2
    """
    constants = tensors_of(given, (*law.inputs, *law.parameters), "the tensors", partial=True)
    inputs, parameters = (tuple(d for d in some if d[0] not in constants) for some in (law.inputs, law.parameters))
    definitions = tuple((name, _with(expression, constants)) for name, expression in law.let)
    return Law(inputs, parameters, definitions, _with(law.output, constants))


def _with(expression: Expression, constants: Mapping[str, Array]) -> Expression:
    match expression:
        case Name(name) if name in constants:
            return Constant(constants[name])
        case Applied(operation, operands):
            return Applied(operation, tuple(_with(operand, constants) for operand in operands))
        case other:
            return other
