"""Polynomial vector fields on the parameters of a law."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from algebra_tnn.laws.expressions import Expression, expression_from_json, expression_to_json, inlined
from algebra_tnn.laws.law import Declarations, Law
from algebra_tnn.laws.programs import Program, Steps
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
            components.append((name, inlined(expression, dict(definitions))))
        return cls(law.parameters, tuple(components))

    @classmethod
    def from_json(cls, value: Any, law: Law) -> VectorField:
        """From {parameter: expression in the parameters}. Raises: TypeError, ValueError."""
        if not isinstance(value, dict):
            raise TypeError(f"the field is {value!r}; it is an object of expressions by names of parameters")
        return cls(law.parameters, tuple((name, expression_from_json(e, name)) for name, e in value.items()))

    def to_json(self) -> dict[str, Any]:
        return {name: expression_to_json(expression) for name, expression in self.components}
