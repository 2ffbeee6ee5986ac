"""Taylor polynomials of networks with tanh, the sigmoid or exp, whose coefficients are polynomials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import factorial
from typing import Any

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.tracing import Traced, apply, einsum, named
from algebra_tnn.models.derivatives.slopes import differential_activation
from algebra_tnn.models.hidden_layers import checked_widths
from algebra_tnn.models.layered_model import LayeredModel
from algebra_tnn.tensors.formats.sizes import size

HIGHEST_ORDER = 128


@dataclass(frozen=True, slots=True, init=False)
class JetNetwork(LayeredModel):
    """The Taylor polynomial of degree K at x = 0 of x ↦ W_L σ(… σ(W_1 x + b_1) …) + b_L, where σ′ = p(σ).

    Its parameters are W_l, the output bias b_L and, instead of the biases of hidden layers, the values t_l = σ(z_l) of
    the hidden neurons at x = 0. Where σ is injective, (b_l) and (t_l) determine each other, by analytic functions: b_l
    = σ⁻¹(t_l) − W_l t_(l−1). The k-th derivative of σ is P_k(σ) with P_0 = t and P_(k+1) = P_k′ p, so that the Taylor
    polynomial is a polynomial in the parameters, too.

    *What its dimension says.* The Taylor polynomial is a linear function of the network's function. Let its dimension
    be the number of parameters. Then for all (W, t, b_L) outside of a proper algebraic set, finitely many have the same
    Taylor polynomial, over the complex numbers; all the more finitely many weights W, b have the same function.
    Nothing follows if the dimension is less: more coefficients may tell weights apart.

    Args: widths of the inputs, the hidden layers, the outputs; ``activation`` is tanh, sigmoid or exp; ``order`` is K.
    Raises: TypeError, ValueError, in one sentence.

    >>> network = JetNetwork((1, 1, 1), "tanh", order=3)
    >>> from algebra_tnn.laws import expansion
    >>> print(*expansion(network.law(), {"W1": [[2]], "t1": [0], "W2": [[3]], "b2": [1]}))
    -8*x_0^3 + 6*x_0 + 1
    """

    widths: tuple[int, ...]
    activation: str
    order: int

    def __init__(self, widths: Sequence[int], activation: str = "tanh", order: int = 3) -> None:
        differential_activation(activation)
        object.__setattr__(self, "widths", checked_widths(widths))
        object.__setattr__(self, "activation", activation)
        object.__setattr__(self, "order", size("order", order))
        if self.order > HIGHEST_ORDER:
            raise ValueError(
                f"order is {self.order}; Taylor polynomials are built from about K³/6 products for each layer, and "
                f"degrees K up to {HIGHEST_ORDER} are treated"
            )

    @property
    def activation_name(self) -> str:
        return self.activation

    @property
    def parameters(self) -> dict[str, Shape]:
        shapes: dict[str, Shape] = {}
        for i, (m, n) in enumerate(pairwise(self.widths), 1):
            shapes[f"W{i}"] = (n, m)
            shapes[f"{'t' if i < self.depth else 'b'}{i}"] = (n,)
        return shapes

    def forward(self, x: Traced, **given: Traced) -> Traced:
        """Series are lists of their parts of degree 0, 1, …, K in x; None stands for 0."""
        h: list[Traced | None] = [None, x, *[None] * (self.order - 1)]
        for i in range(1, self.depth):
            W = given[f"W{i}"]
            z = [None if part is None else named(f"z{i}_{k}", W @ part) for k, part in enumerate(h)]
            h = self._activated(z, given[f"t{i}"])
        W, b = given[f"W{self.depth}"], given[f"b{self.depth}"]
        return sum((W @ part for part in h if part is not None), b)

    def _activated(self, z: Sequence[Traced | None], t: Traced) -> list[Traced | None]:
        """σ(z_0 + δ) = Σ_j P_j(t)/j! δ^j for t = σ(z_0), where δ consists of the parts of degree 1 and more."""
        found: list[Traced | None] = [t, *[None] * self.order]
        power: list[Traced | None] = [None, *z[1:]]
        for j in range(1, self.order + 1):
            coefficients = differential_activation(self.activation).derivative(j)
            slope = apply([Fraction(c) / factorial(j) for c in coefficients], t)
            for k, part in enumerate(power):
                if part is not None:
                    term = einsum("i,i->i", slope, part)
                    before = found[k]
                    found[k] = term if before is None else before + term
            power = _product(power, [None, *z[1:]])
        return found

    @property
    def remarks(self) -> tuple[str, ...]:
        return ("the values of hidden neurons at x = 0 are parameters in the place of their biases",)

    def __str__(self) -> str:
        widths = ",".join(map(str, self.widths))
        return f"Taylor polynomial of degree {self.order} of the network {widths} with {self.activation} and biases"


def _product(one: Sequence[Traced | None], two: Sequence[Traced | None]) -> list[Traced | None]:
    """The product of two series entry by entry, up to the degree of the first."""
    result: list[Any] = [None] * len(one)
    for i, a in enumerate(one):
        for j, b in enumerate(two[: len(one) - i]):
            if a is not None and b is not None:
                term = einsum("i,i->i", a, b)
                result[i + j] = term if result[i + j] is None else result[i + j] + term
    return result
