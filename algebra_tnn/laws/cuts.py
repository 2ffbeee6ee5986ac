"""A law cut at an intermediate value: what comes before, and what comes after with the value as an input."""

from __future__ import annotations

from itertools import count

from algebra_tnn.laws.expressions import Applied, Constant, Expression, Name
from algebra_tnn.laws.law import Law


def before(law: Law, name: str) -> Law:
    """The law of the value that is defined under the name, with the inputs and parameters that it needs.

    >>> law = Law.from_json({"inputs": {"x": [3]}, "parameters": {"W1": [2, 3], "W2": [1, 2]},
    ...     "let": [["z", ["einsum", "ij,j->i", "W1", "x"]]], "output": ["einsum", "ij,j->i", "W2", "z"]})
    >>> before(law, "z").parameters, after(law, "z").parameters, after(law, "z").inputs
    ((('W1', (2, 3)),), (('W2', (1, 2)),), (('z', (2,)),))
    """
    return _part(law, dict(law.let)[name], None)


def after(law: Law, name: str) -> Law:
    """The law with the value as a new input, without what only leads to it."""
    return _part(law, law.output, name)


def _part(law: Law, output: Expression, given: str | None) -> Law:
    needed, definitions = names_in(output), []
    for name, expression in reversed(law.let):
        if name in needed and name != given:
            needed |= names_in(expression)
            definitions.append((name, expression))
    inputs, parameters = (tuple(d for d in some if d[0] in needed) for some in (law.inputs, law.parameters))
    if given in needed:
        inputs = (*inputs, (given, before(law, given).shape))
    return Law(inputs, parameters, tuple(reversed(definitions)), output)


def with_names(law: Law) -> Law:
    """The same law with a name for every intermediate value that depends on a parameter: it can be cut everywhere.

    >>> law = Law.trace(lambda x, W, V: V @ (W @ x)**2, {"x": (3,)}, {"W": (2, 3), "V": (1, 2)})
    >>> [name for name, _ in with_names(law).let]
    ['v1', 'v2']
    """
    moving, taken = set(law.parameter_names), {*law.input_names, *law.parameter_names, *(name for name, _ in law.let)}
    new_names = (name for i in count(1) if (name := f"v{i}") not in taken)
    definitions: list[tuple[str, Expression]] = []
    known: dict[Expression, str] = {}

    def define(name: str, expression: Expression) -> None:
        definitions.append((name, expression))
        known.setdefault(expression, name)
        if names_in(expression) & moving:
            moving.add(name)

    def with_named_operands(expression: Expression) -> Expression:
        if not isinstance(expression, Applied):
            return expression
        return Applied(expression.operation, tuple(map(operand, expression.operands)))

    def operand(expression: Expression) -> Expression:
        named = with_named_operands(expression)
        if not isinstance(named, Applied) or not names_in(named) & moving:
            return named
        if named not in known:
            define(next(new_names), named)
        return Name(known[named])

    for name, expression in law.let:
        define(name, with_named_operands(expression))
    output = with_named_operands(law.output)
    return Law(law.inputs, law.parameters, tuple(definitions), output)


def names_in(expression: Expression) -> set[str]:
    match expression:
        case Name(name):
            return {name}
        case Constant():
            return set()
        case Applied(_, operands):
            return {name for operand in operands for name in names_in(operand)}
