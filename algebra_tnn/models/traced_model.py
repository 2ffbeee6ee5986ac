"""What all models have in common that are one function of inputs and parameters."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from typing import Any

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.multidegrees import reachable_monomials
from algebra_tnn.laws.operations import LARGEST_TENSOR
from algebra_tnn.laws.term_counts import ambient_dimension
from algebra_tnn.laws.tracing import Traced
from algebra_tnn.laws.values import value
from algebra_tnn.laws.vector_fields import VectorField
from algebra_tnn.models.layered_drawings import boxes

_LINES = 8  # of text in a box of a picture


@dataclass(frozen=True, slots=True)
class KnownFields:
    """Vector fields along which the functions of the model do not change, as far as they are known."""

    fields: tuple[VectorField, ...] = ()


class TracedModel(ABC):
    """A polynomial map with parameters: ``forward`` says it once, and its trace is the law."""

    __slots__ = ()

    @property
    @abstractmethod
    def inputs(self) -> dict[str, Shape]:
        """The shapes of the inputs by their names."""

    @property
    @abstractmethod
    def parameters(self) -> dict[str, Shape]:
        """The shapes of the parameters by their names."""

    @abstractmethod
    def forward(self, *tensors: Any, **named_tensors: Any) -> Traced:
        """The output for inputs and parameters by their names, while a law is traced."""

    @abstractmethod
    def __str__(self) -> str: ...

    def law(self) -> Law:
        """The model as a law. Raises: ValueError if there are too many parameters."""
        return _law(self)

    def __call__(self, point: Mapping[str, Any], *, modulus: int | None = None) -> Any:
        """The output for values of inputs and parameters by name, in any commutative ring (see ``laws.value``)."""
        return value(self.law(), point, modulus=modulus)

    @property
    def parameter_count(self) -> int:
        return sum(map(prod, self.parameters.values()))

    @property
    def ambient_dimension(self) -> int:
        """The number of coefficients that the outputs can have, or a bound of it."""
        law = self.law()
        monomials = reachable_monomials(law)
        return ambient_dimension(law) if monomials is None else law.output_count * monomials

    @property
    def expected_dimension(self) -> int:
        """min(ambient dimension, parameters): no symmetry is taken into account."""
        return min(self.ambient_dimension, self.parameter_count)

    @property
    def remarks(self) -> tuple[str, ...]:
        return ()

    def symmetries(self) -> KnownFields:
        return KnownFields()

    def drawing(self) -> str:
        """A picture as SVG: where a model has none of its own, its inputs and parameters with their shapes."""
        inputs, parameters = (
            [f"{name}: {'×'.join(map(str, shape)) or 'number'}" for name, shape in shapes.items()]
            for shapes in (self.inputs, self.parameters)
        )
        return boxes(str(self), [_few(inputs), _few(parameters), ["f"]])

    def _repr_svg_(self) -> str:
        return self.drawing()


def _few(lines: list[str]) -> list[str]:
    """As many lines as a box holds; a model without parameters still has a box."""
    shown = lines if len(lines) <= _LINES else [*lines[: _LINES - 1], f"and {len(lines) - _LINES + 1} more"]
    return shown or ["no parameters"]


@lru_cache(maxsize=256)
def _law(model: TracedModel) -> Law:
    if model.parameter_count > LARGEST_TENSOR:
        raise ValueError(f"{model} has {model.parameter_count} parameters; a law holds at most {LARGEST_TENSOR}")
    return Law.trace(model.forward, model.inputs, model.parameters)
