"""Motions: vector fields on the parameters and on the inputs at once, along which a law does not change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from algebra_tnn.laws.arrays import Array
from algebra_tnn.laws.expressions import Constant
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.vector_fields import VectorField

Moves = Callable[..., Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Motion:
    """A vector v(θ) at every θ and a vector u(x) at every x: the parameters move as the parameters say, the inputs too.

    The law does not change along the motion if D_θ f · v + D_x f · u = 0: what the inputs see of the parameters'
    movement is undone by their own.

    >>> law = Law.trace(lambda x, w: w @ x, {"x": (3,)}, {"w": (3,)})
    >>> Motion.trace(law, lambda w: {"w": w}, lambda x: {"x": -x}).to_json()
    [{'w': 'w'}, {'x': ['apply', [0, -1], 'x']}]
    """

    parameters: VectorField
    inputs: VectorField

    @classmethod
    def trace(cls, law: Law, parameters: Moves, inputs: Moves) -> Motion:
        """From Python functions of the parameters and of the inputs, as in ``VectorField``."""
        turned = Law((), law.inputs, (), Constant(Array((), (0,))))  # the inputs as parameters
        return cls(VectorField.trace(parameters, law), VectorField.trace(inputs, turned))

    def to_json(self) -> list[dict[str, Any]]:
        return [self.parameters.to_json(), self.inputs.to_json()]
