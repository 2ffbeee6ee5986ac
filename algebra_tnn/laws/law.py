"""Laws: what a model computes, as an expression of its inputs and parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from math import prod
from typing import Any, TypeAlias

from algebra_tnn.laws.arrays import Shape, shape_of
from algebra_tnn.laws.expressions import Expression, expression_from_json, expression_to_json
from algebra_tnn.laws.operations import LARGEST_TENSOR
from algebra_tnn.laws.programs import Program
from algebra_tnn.laws.tracing import traced

Declarations: TypeAlias = tuple[tuple[str, Shape], ...]

_KEYS = ("inputs", "parameters", "let", "output")


@dataclass(frozen=True, slots=True)
class Law:
    """A polynomial map with parameters, over every commutative ring in which its denominators are invertible.

    ``let`` names intermediate values, in order. Nothing is broadcast; indices count from 0; entries are row-major.

    >>> law = Law.trace(lambda x, W1, W2: W2 @ (W1 @ x)**2, {"x": (3,)}, {"W1": (2, 3), "W2": (1, 2)})
    >>> law.shape, law.parameter_count, law.degree_in_inputs, law.degree
    ((1,), 8, 2, 5)
    >>> law.to_json()["output"]
    ['einsum', 'ij,j->i', 'W2', ['apply', [0, 0, 1], ['einsum', 'ij,j->i', 'W1', 'x']]]
    """

    inputs: Declarations
    parameters: Declarations
    let: tuple[tuple[str, Expression], ...]
    output: Expression
    program: Program = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        _check_names([name for part in (self.inputs, self.parameters, self.let) for name, _ in part])
        object.__setattr__(self, "program", Program.of((*self.inputs, *self.parameters), self.let, self.output))

    @classmethod
    def trace(
        cls,
        forward: Callable[..., Any],
        inputs: Mapping[str, Sequence[int]],
        parameters: Mapping[str, Sequence[int]],
    ) -> Law:
        """The law of a Python function that is handed each input and each parameter, a tensor, by its name.

        It may use + − · @ ** between tensors and with integers and fractions, indices into the first axis (integers
        and nested lists of integers), ``.T``, ``.sum(axis)``, ``einsum`` and ``apply``. Nested lists of numbers are
        constants. Raises: TypeError, ValueError where it leaves the language of laws.

        >>> from algebra_tnn.laws import formula
        >>> def skipping(x, W, V):
        ...     return V @ ((W @ x) ** 2 + x)
        >>> formula(Law.trace(skipping, inputs={"x": (2,)}, parameters={"W": (2, 2), "V": (1, 2)}))
        'f_i = Σ_j V_ij ((Σ_k W_jk x_k)² + x_j)'
        """
        declared = _declarations(inputs, "inputs"), _declarations(parameters, "parameters")
        _check_names([name for part in declared for name, _ in part])
        return cls(*declared, *traced(forward, *declared))

    @classmethod
    def from_json(cls, value: Any) -> Law:
        """The law that a JSON value says. Raises: TypeError, ValueError, each in one sentence with the place."""
        if not isinstance(value, dict) or set(value) != set(_KEYS):
            keys = ", ".join(map(str, value)) if isinstance(value, dict) else type(value).__name__
            raise ValueError(f"a law is an object with exactly the keys {', '.join(_KEYS)}; this one has {keys}")
        if not isinstance(value["let"], list):
            raise TypeError(f"let is {value['let']!r}; it is a list of pairs [name, expression]")
        definitions = []
        for i, pair in enumerate(value["let"]):
            if not isinstance(pair, list) or len(pair) != 2:
                raise TypeError(f"let[{i}] is {pair!r}; it is a pair [name, expression]")
            definitions.append((pair[0], expression_from_json(pair[1], f"let[{i}][1]")))
        return cls(
            _declarations(value["inputs"], "inputs"),
            _declarations(value["parameters"], "parameters"),
            tuple(definitions),
            expression_from_json(value["output"], "output"),
        )

    def to_json(self) -> dict[str, Any]:
        """Dictionaries, lists, strings and integers, as ``from_json`` reads them."""
        return {
            "inputs": {name: list(shape) for name, shape in self.inputs},
            "parameters": {name: list(shape) for name, shape in self.parameters},
            "let": [[name, expression_to_json(expression)] for name, expression in self.let],
            "output": expression_to_json(self.output),
        }

    @property
    def shape(self) -> Shape:
        """The shape of the output."""
        return self.program.steps[self.program.output].shape

    @property
    def output_count(self) -> int:
        return prod(self.shape)

    @property
    def parameter_count(self) -> int:
        """The number of entries of all parameters, used or not."""
        return sum(prod(shape) for _, shape in self.parameters)

    @property
    def columns(self) -> dict[str, range]:
        """The places of each parameter's entries among the entries of all: the columns of its part of a Jacobian."""
        ends = accumulate(prod(shape) for _, shape in self.parameters)
        return {name: range(end - prod(shape), end) for (name, shape), end in zip(self.parameters, ends, strict=True)}

    @property
    def input_names(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.inputs)

    @property
    def parameter_names(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.parameters)

    @property
    def idle_names(self) -> tuple[str, ...]:
        """The inputs and parameters that the output does not use.

        >>> Law.trace(lambda x, W, b: W @ x, {"x": (3,)}, {"W": (2, 3), "b": (2,)}).idle_names
        ('b',)
        """
        used = {self.program.output, *(i for step in self.program.steps for i in step.operands)}
        declared = (*self.input_names, *self.parameter_names)
        return tuple(name for i, name in enumerate(declared) if i not in used)

    @property
    def degree_in_inputs(self) -> int:
        """A bound for the degree in the inputs alone; the degree itself unless terms cancel."""
        return self.degree_in(*self.input_names)

    @property
    def degree_in_parameters(self) -> int:
        """A bound for the degree in the parameters alone."""
        return self.degree_in(*self.parameter_names)

    @property
    def degree(self) -> int:
        """A bound for the degree in inputs and parameters together."""
        return self.degree_in(*self.input_names, *self.parameter_names)

    def degree_in(self, *names: str) -> int:
        """A bound for the degree in the named tensors together."""
        return self.program.degrees(names)[self.program.output][1]


def check_law(value: Any) -> None:
    """Raises: TypeError unless the value is a law."""
    if not isinstance(value, Law):
        raise TypeError(
            f"the law is {type(value).__name__}; it is a Law, such as Law.trace returns, and the method law of a model"
        )


def _check_names(names: Sequence[Any]) -> None:
    seen: set[str] = set()
    for name in names:
        if not isinstance(name, str) or not name.isidentifier() or not name.isascii():
            raise ValueError(
                f"the name {name!r} is none; names are written with the letters a to z, digits and underscores"
            )
        if name in seen:
            raise ValueError(f"the name {name!r} is given twice; inputs, parameters and let have names of their own")
        seen.add(name)


def _declarations(value: Any, place: str) -> Declarations:
    if not isinstance(value, Mapping):
        raise TypeError(f"{place} is {value!r}; it gives a shape to every name, such as {{'x': [3]}}")
    found = tuple((name, shape_of(shape, f"{place}[{name!r}]")) for name, shape in value.items())
    for name, shape in found:
        if prod(shape) > LARGEST_TENSOR:
            raise ValueError(
                f"{place}[{name!r}] is {list(shape)}, which are {prod(shape)} entries; a law holds at most "
                f"{LARGEST_TENSOR} at once"
            )
    return found
