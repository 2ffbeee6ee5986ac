"""Derivatives of networks at several points, as multilinear forms."""

from __future__ import annotations

from dataclasses import dataclass

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.derivatives import derivative
from algebra_tnn.laws.operations import LETTERS
from algebra_tnn.laws.traced_values import traced_value
from algebra_tnn.laws.tracing import Traced, einsum
from algebra_tnn.models.derivatives.flexible_network import FlexibleNetwork
from algebra_tnn.models.polynomial_network import PolynomialNetwork
from algebra_tnn.models.traced_model import TracedModel
from algebra_tnn.tensors.formats.sizes import numbered, set_sizes


@dataclass(frozen=True, slots=True)
class DerivativeTensor(TracedModel):
    """Σ_n w_n ⟨u, ∇^k f(x_n)[v_0, …, v_(k−1)]⟩: the derivatives of the order k of a network f at ``points`` points x_n.

    Its tensor has a mode for the outputs, k for the inputs, and one for the points; for k = 1 it is that of the
    Jacobians.

    Args: network: dense or not, with any activations; order: k, from 1 on; points: how many.
    Shapes: u: outputs, v_i: inputs of the network, w: points. Parameters are those of the network, and the points X, of
    shape (points, inputs).
    Raises: TypeError, ValueError, in one sentence. Reference: [DreesenIshtevaSchoukens2015].

    >>> model = DerivativeTensor(PolynomialNetwork((3, 2, 1), degrees=3), order=2, points=4)
    >>> print(model, model.inputs)
    derivative of order 2 of pnn 3,2,1 with t³ at 4 points {'u': (1,), 'v0': (3,), 'v1': (3,), 'w': (4,)}
    """

    network: PolynomialNetwork | FlexibleNetwork
    order: int = 1
    points: int = 1

    def __post_init__(self) -> None:
        if not isinstance(self.network, (PolynomialNetwork, FlexibleNetwork)):
            raise TypeError(
                f"network is {self.network!r}; it is a PolynomialNetwork or a FlexibleNetwork, whose activations are "
                "differentiable everywhere"
            )
        set_sizes(self, "order", "points")
        derivative(self.network.law(), "x", self.order)  # which says if there are too many entries

    @property
    def inputs(self) -> dict[str, Shape]:
        n, *_, outputs = self.network.widths
        return {"u": (outputs,), **dict.fromkeys(numbered("v", self.order), (n,)), "w": (self.points,)}

    @property
    def parameters(self) -> dict[str, Shape]:
        return {**self.network.parameters, "X": (self.points, self.network.widths[0])}

    def forward(self, u: Traced, w: Traced, X: Traced, **tensors: Traced) -> Traced:
        vectors = [tensors.pop(v) for v in numbered("v", self.order)]
        slopes, axes = derivative(self.network.law(), "x", self.order), LETTERS[: self.order + 1]
        total, *others = (
            einsum(f"{axes},{','.join(axes)},->", traced_value(slopes, {"x": X[n], **tensors}), u, *vectors, w[n])
            for n in range(self.points)
        )
        for other in others:
            total = total + other
        return total

    def __str__(self) -> str:
        at = "1 point" if self.points == 1 else f"{self.points} points"
        return f"derivative of order {self.order} of {self.network} at {at}"
