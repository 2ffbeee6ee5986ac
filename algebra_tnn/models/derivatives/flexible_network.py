"""Networks whose activations are combinations of given polynomials, with free coefficients for every neuron."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.tracing import Traced, apply, named
from algebra_tnn.models.activations import Activation, activation
from algebra_tnn.models.derivatives.slopes import slope
from algebra_tnn.models.hidden_layers import checked_widths
from algebra_tnn.models.layered_model import LayeredModel


@dataclass(frozen=True, slots=True, init=False)
class FlexibleNetwork(LayeredModel):
    """x ↦ W_L g_(L−1)(… W_2 g_1(W_1 x) …), where neuron i of layer l has the activation g = Σ_k C_lk[i] φ_k.

    With φ_k = t, t², …, t^d the activations are all polynomials of degree d without constant term. Since the
    derivatives of f at a point up to the order d depend on nothing but those of the activations at the pre-activations,
    identities for these networks hold for all activations that are d times differentiable.

    Args: widths: of the inputs, the hidden layers, the outputs; basis: the φ_k, as ``PolynomialNetwork`` reads
    activations, or a degree d for t, …, t^d.
    Raises: TypeError, ValueError, in one sentence. Reference: [DreesenIshtevaSchoukens2015].

    >>> network = FlexibleNetwork((2, 3, 1), basis=2)
    >>> print(network, network.parameters)
    flexible 2,3,1 over t, t² {'W1': (3, 2), 'C1_0': (3,), 'C1_1': (3,), 'W2': (1, 3)}
    """

    widths: tuple[int, ...]
    basis: tuple[Activation, ...]

    def __init__(self, widths: Sequence[int], basis: Sequence[Any] | int) -> None:
        object.__setattr__(self, "widths", checked_widths(widths))
        if isinstance(basis, (list, tuple)):
            if not basis:
                raise ValueError("basis has no entries; it has one polynomial or more, such as ('t', 't^2')")
            found = tuple(activation(phi, f"basis[{k}]") for k, phi in enumerate(basis))
        else:
            found = tuple(Activation.monomial(k) for k in range(1, activation(basis, "basis").degree + 1))
        object.__setattr__(self, "basis", found)

    @property
    def activation_name(self) -> str:
        return "g"

    @property
    def parameters(self) -> dict[str, Shape]:
        shapes: dict[str, Shape] = {}
        for i, (m, n) in enumerate(pairwise(self.widths), 1):
            shapes[f"W{i}"] = (n, m)
            if i < self.depth:
                shapes |= {f"C{i}_{k}": (n,) for k in range(len(self.basis))}
        return shapes

    def forward(self, x: Traced, **weights: Traced) -> Traced:
        return self.pre_activations(x, **weights)[-1]

    def pre_activations(self, x: Traced, **weights: Traced) -> list[Traced]:
        """z_1, …, z_L, of which the last is the output, while a law is traced."""
        found = [weights["W1"] @ x]
        for i in range(1, self.depth):
            state = named(f"h{i}", self.slopes(i, named(f"z{i}", found[-1]), weights, 0))
            found.append(weights[f"W{i + 1}"] @ state)
        return found

    def slopes(self, layer: int, z: Traced, weights: Mapping[str, Traced], order: int) -> Traced:
        """The derivatives of this order of a layer's activations at z, while a law is traced."""
        total, *others = (
            weights[f"C{layer}_{k}"] * apply(slope(phi, order).coefficients, z) for k, phi in enumerate(self.basis)
        )
        for other in others:
            total = total + other
        return total

    def __str__(self) -> str:
        return f"flexible {','.join(map(str, self.widths))} over {', '.join(map(str, self.basis))}"
