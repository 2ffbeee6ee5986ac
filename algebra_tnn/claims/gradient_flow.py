"""Claims about Euclidean gradient flow: what stays constant whatever the loss and the data.

The flow is θ′ = −∇ Σ_k ℓ_k(f(θ, x_k)), where f is a law, all of whose parameters are trained, the inputs x_k are any
and the losses ℓ_k are any differentiable functions of the output. A function h of the parameters is conserved by all
these flows exactly if D_θ f(θ, x) · ∇h(θ) = 0 for all x.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from algebra_tnn.exact import Field, Q
from algebra_tnn.laws import Law
from algebra_tnn.laws.expressions import Expression
from algebra_tnn.laws.programs import Program
from algebra_tnn.laws.tracing import traced_expression


@dataclass(frozen=True, slots=True)
class Conserved:
    """The quantity, a polynomial in the parameters, is constant along gradient flow of every loss on all data.

    Raises: ValueError if the quantity uses anything but parameters, or is no scalar.

    >>> law = Law.trace(lambda x, a, b: b * (a @ x), {"x": (3,)}, {"a": (3,), "b": ()})
    >>> Conserved.trace(law, lambda a, b: a @ a - b * b).quantity.operation
    Difference()
    """

    law: Law
    quantity: Expression
    field: Field = Q

    def __post_init__(self) -> None:
        program = Program.of(self.law.parameters, (), self.quantity, "the quantity")
        if shape := program.steps[program.output].shape:
            raise ValueError(f"the quantity has the shape {list(shape)}; a conserved quantity is one number")

    @classmethod
    def trace(cls, law: Law, quantity: Callable[..., Any], field: Field = Q) -> Conserved:
        """From a Python function of the parameters. Raises: TypeError, ValueError, as ``Law.trace``."""
        return cls(law, traced_expression(quantity, law.parameters), field)


@dataclass(frozen=True, slots=True)
class ConservedAtLeast:
    """There are ``count`` rational functions of the parameters that gradient flow of every loss on all data conserves,
    with gradients that are independent at general parameters."""

    law: Law
    count: int
    field: Field = Q


@dataclass(frozen=True, slots=True)
class ConservedAtMost:
    """On no open set of parameters are there more than ``count`` analytic functions that gradient flow of every loss on
    all data conserves, with gradients that are independent at a point."""

    law: Law
    count: int
    field: Field = Q


@dataclass(frozen=True, slots=True)
class ConservedBetween:
    """``lower`` ≤ number of independent conserved quantities ≤ ``upper``."""

    law: Law
    lower: int
    upper: int
    field: Field = Q
