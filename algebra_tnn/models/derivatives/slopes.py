"""Derivatives of activations: of polynomials, and of functions that are polynomials in themselves."""

from __future__ import annotations

from dataclasses import dataclass

from algebra_tnn.exact.polynomials import PolynomialRing
from algebra_tnn.exact.scalars import Number
from algebra_tnn.laws.operations import Apply
from algebra_tnn.models.activations import Activation

CORNERS = {"relu": "max(0, t)", "abs": "|t|", "|t|": "|t|", "max": "max", "leaky": "max(a t, t)"}


def slope(sigma: Activation, order: int = 1) -> Apply:
    """The derivative σ^(order) of a polynomial, to be applied entry by entry; σ itself for the order 0.

    >>> slope(Activation((1, 0, 0, 2)), 2).coefficients
    (0, 12)
    """
    found = Apply(sigma.coefficients)
    for _ in range(order):
        found = found.derivative()
    return found


@dataclass(frozen=True, slots=True)
class DifferentialActivation:
    """A function σ with σ′ = P(σ) for a polynomial P: an element of a differential ring, with the derivation
    D t = P(t) on Q[t]. All its derivatives are polynomials in σ.

    >>> tanh = differential_activation("tanh")
    >>> [tanh.derivative(k) for k in (1, 2, 3)]
    [(1, 0, -1), (0, -2, 0, 2), (-2, 0, 8, 0, -6)]
    """

    name: str
    slope: tuple[Number, ...]

    def derivative(self, order: int) -> tuple[Number, ...]:
        """The coefficients of D^order t, from the constant on: σ^(order) as a polynomial in σ.

        Raises: ValueError unless the order is at least 1.
        """
        if order < 1:
            raise ValueError(f"order is {order}; the order of a derivative is an integer from 1 on")
        R = PolynomialRing(("t",), rational=True)
        P = found = R.of_terms([(e,) for e in range(len(self.slope))], list(self.slope))
        for _ in range(order - 1):
            found = found.derivative("t") * P
        terms = {e: c for (e,), c in found.terms()}
        return tuple(terms.get(e, 0) for e in range(max(terms) + 1))

    def __str__(self) -> str:
        return self.name


DIFFERENTIAL_ACTIVATIONS = {
    "tanh": DifferentialActivation("tanh", (1, 0, -1)),
    "sigmoid": DifferentialActivation("sigmoid", (0, 1, -1)),
    "exp": DifferentialActivation("exp", (0, 1)),
}


def differential_activation(name: str) -> DifferentialActivation:
    """tanh with D t = 1 − t², the sigmoid with D t = t − t², or exp with D t = t.

    Raises: ValueError for functions that are not differentiable, and for others.
    """
    if name in CORNERS:
        raise ValueError(
            f"the activation {name}, t ↦ {CORNERS[name]}, is not differentiable everywhere; ask for derivatives on a "
            "region where it is linear, of a polynomial, or of " + ", ".join(DIFFERENTIAL_ACTIVATIONS)
        )
    if name not in DIFFERENTIAL_ACTIVATIONS:
        raise ValueError(f"the activation is {name!r}; those that are known are {', '.join(DIFFERENTIAL_ACTIVATIONS)}")
    return DIFFERENTIAL_ACTIVATIONS[name]
