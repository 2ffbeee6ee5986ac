"""Polynomial vector fields on the parameters of a law, and the derivative of the law along them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from algebra_tnn.laws.arrays import Array
from algebra_tnn.laws.expressions import Applied, Constant, Expression, Name, expression_from_json, expression_to_json
from algebra_tnn.laws.law import Declarations, Law
from algebra_tnn.laws.operations import LETTERS, Apply, Difference, Einsum, Operation, Sum
from algebra_tnn.laws.programs import Program, Steps, flattened
from algebra_tnn.laws.tracing import named_tensors, tensor_of, written


@dataclass(frozen=True, slots=True)
class VectorField:
    """A vector v(θ) at every θ: for some of the parameters an expression in the parameters; zero at all others.

    >>> law = Law.trace(lambda x, W, V: V @ (W @ x), {"x": (3,)}, {"W": (2, 3), "V": (1, 2)})
    >>> scaling = VectorField.trace(lambda W, V: {"W": W, "V": -V}, law)
    >>> scaling.to_json()
    {'W': 'W', 'V': ['apply', [0, -1], 'V']}
    """

    parameters: Declarations
    components: tuple[tuple[str, Expression], ...]

    def __post_init__(self) -> None:
        shapes = dict(self.parameters)
        for name, expression in self.components:
            if name not in shapes:
                raise ValueError(f"the field moves {name!r}, which is no parameter; those are {', '.join(shapes)}")
            program = Program.of(self.parameters, (), expression, f"the field's {name}")
            shape = program.steps[program.output].shape
            if shape != shapes[name]:
                raise ValueError(
                    f"the field's {name} has the shape {list(shape)}; the parameter has {list(shapes[name])}"
                )

    @classmethod
    def trace(cls, field: Callable[..., Mapping[str, Any]], law: Law) -> VectorField:
        """From a Python function of the parameters that gives tensors, by the names of the parameters that move."""
        steps = Steps()
        moved = field(**named_tensors(steps, law.parameters))
        components = []
        for name, tensor in moved.items():
            definitions, expression = written(steps, tensor_of(steps, tensor).position, set(law.parameter_names))
            components.append((name, _inlined(expression, dict(definitions))))
        return cls(law.parameters, tuple(components))

    @classmethod
    def from_json(cls, value: Any, law: Law) -> VectorField:
        """From {parameter: expression in the parameters}. Raises: TypeError, ValueError."""
        if not isinstance(value, dict):
            raise TypeError(f"the field is {value!r}; it is an object of expressions by names of parameters")
        return cls(law.parameters, tuple((name, expression_from_json(e, name)) for name, e in value.items()))

    def to_json(self) -> dict[str, Any]:
        return {name: expression_to_json(expression) for name, expression in self.components}


def derivative(law: Law, field: VectorField) -> Law:
    """Df · v as a law of the same inputs and parameters: it is zero iff the model does not change along the field.

    >>> law = Law.trace(lambda x, W, V: V @ (W @ x)**2, {"x": (2,)}, {"W": (1, 2), "V": (1, 1)})
    >>> from algebra_tnn.laws import expansion
    >>> scaling = VectorField.trace(lambda W, V: {"W": W, "V": -2 * V}, law)
    >>> print(*expansion(derivative(law, scaling)))
    0
    """
    steps = Steps()
    known = {name: steps.named(name, shape) for name, shape in (*law.inputs, *law.parameters)}
    components = {name: flattened(expression, name, steps, known) for name, expression in field.components}
    value: list[int] = []
    tangent: list[int | None] = []
    for step in law.program.steps:
        if isinstance(step.content, Name):
            value.append(known[step.content.name])
            tangent.append(components.get(step.content.name))
        elif isinstance(step.content, Constant):
            value.append(steps.constant(step.content))
            tangent.append(None)
        else:
            operands = [value[i] for i in step.operands]
            value.append(steps.applied(step.content, operands))
            parts = [
                _pushed(steps, step.content, operands, k, moved)
                for k, i in enumerate(step.operands)
                if (moved := tangent[i]) is not None
            ]
            tangent.append(steps.applied(Sum(), parts) if len(parts) > 1 else parts[0] if parts else None)
    end = tangent[law.program.output]
    if end is None:
        end = steps.constant(Constant(Array(law.shape, (0,) * law.output_count)))
    return Law(law.inputs, law.parameters, *written(steps, end, set(known)))


def _pushed(steps: Steps, operation: Operation, operands: list[int], k: int, tangent: int) -> int:
    """The part of an operation's tangent that comes from operand k."""
    match operation:
        case Sum():
            return tangent
        case Difference():
            return steps.applied(Apply((0, -1)), [tangent]) if k else tangent
        case Apply():
            letters = LETTERS[: len(steps.written[tangent].shape)]
            slope = steps.applied(operation.derivative(), operands)
            return steps.applied(Einsum(f"{letters},{letters}->{letters}"), [slope, tangent])
        case linear:
            return steps.applied(linear, [*operands[:k], tangent, *operands[k + 1 :]])


def _inlined(expression: Expression, definitions: Mapping[str, Expression]) -> Expression:
    match expression:
        case Name(name):
            return _inlined(definitions[name], definitions) if name in definitions else expression
        case Applied(operation, operands):
            return Applied(operation, tuple(_inlined(operand, definitions) for operand in operands))
        case constant:
            return constant
