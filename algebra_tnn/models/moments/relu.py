"""Hermite coefficients of the rectified linear unit: antiderivatives in a ring where differentiation is polynomial.

Let φ be the standard normal density and Φ its distribution function, so that φ′ = −t φ and Φ′ = φ. Then
A_k′ = (t + b) He_k(t) φ for

    A_0 = b Φ − φ,    A_1 = Φ − (t + b) φ,    A_k = −((t + b) He_(k−1)(t) + He_(k−2)(t)) φ for k ≥ 2,

since (He_k φ)′ = −He_(k+1) φ. As t → ∞ every polynomial times φ tends to 0, and Φ to 1; so with Φ(−b) = 1 − Φ(b)

    E[max(0, t + b) He_k(t)] = A_k(∞) − A_k(−b) = b Φ(b) + φ(b), Φ(b), (−1)^k He_(k−2)(b) φ(b) for k = 0, 1, k ≥ 2.
"""

from __future__ import annotations

from typing import Any

from algebra_tnn.exact.scalars import exact_number
from algebra_tnn.laws.derivatives import derivative
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.traced_values import traced_value
from algebra_tnn.laws.tracing import Traced, apply, named
from algebra_tnn.models.moments.hermite import coefficient_order, hermite_coefficients

_VARIABLES: dict[str, tuple[int, ...]] = {"t": (), "b": (), "phi": (), "Phi": ()}


def relu_coefficient(order: int, bias: Any) -> Any:
    """E[max(0, t + b) He_k(t)] for t from the standard normal distribution, as a SymPy expression.

    So E[max(0, ⟨w, x⟩ + b) S_k(x)] is w ⊗ … ⊗ w times this number, if ‖w‖ = 1. ``bias`` is a rational number or a SymPy
    expression. Raises: TypeError, ValueError for an order below 0, and for floats.
    Reference: [AwasthiTangVijayaraghavan2021].

    >>> relu_coefficient(2, 0), relu_coefficient(3, 1), relu_coefficient(1, 0)
    (sqrt(2)/(2*sqrt(pi)), -sqrt(2)*exp(-1/2)/(2*sqrt(pi)), 1/2)
    """
    from sympy import Rational, erf, exp, pi, sqrt

    k = coefficient_order(order)
    if getattr(bias, "free_symbols", None):
        b = bias
    else:
        number = exact_number(bias, "the bias")
        b = Rational(number.numerator, number.denominator)
    phi, Phi = exp(-(b**2) / 2) / sqrt(2 * pi), (1 + erf(b / sqrt(2))) / 2
    if k < 2:
        return Phi if k else b * Phi + phi
    return (-1) ** k * sum(c * b**e for e, c in enumerate(hermite_coefficients(k - 2))) * phi


def relu_antiderivative(order: int) -> Law:
    """A_k as a polynomial in t, b, φ and Φ.

    >>> from algebra_tnn.laws import expansion
    >>> print(*expansion(relu_antiderivative(2)))
    -t^2*phi - t*b*phi - phi
    """
    k = coefficient_order(order)

    def forward(t: Traced, b: Traced, phi: Traced, Phi: Traced) -> Any:
        if k == 0:
            return b * Phi - phi
        if k == 1:
            return Phi - (t + b) * phi
        higher, lower = (apply(hermite_coefficients(j), t) for j in (k - 1, k - 2))
        return -(((t + b) * higher + lower) * phi)

    return Law.trace(forward, _VARIABLES, {})


def relu_identity(order: int) -> tuple[Law, dict[str, Law]]:
    """A_k′ − (t + b) He_k φ with variables φ1 and Φ1 for the derivatives of φ and Φ, and its cofactors.

    It is zero where "density", φ1 + t φ, and "distribution", Φ1 − φ, are zero: it is these times ∂A/∂φ and ∂A/∂Φ.
    """
    antiderivative = relu_antiderivative(order)
    by = {name: derivative(antiderivative, name) for name in ("t", "phi", "Phi")}

    def forward(phi1: Traced, Phi1: Traced, **variables: Traced) -> Any:
        t, b, phi = variables["t"], variables["b"], variables["phi"]
        named("density", phi1 + t * phi)
        named("distribution", Phi1 - phi)
        slopes = {name: traced_value(law, variables) for name, law in by.items()}
        total = slopes["t"] + phi1 * slopes["phi"] + Phi1 * slopes["Phi"]
        return total - (t + b) * apply(hermite_coefficients(order), t) * phi

    law = Law.trace(forward, {**_VARIABLES, "phi1": (), "Phi1": ()}, {})
    return law, {"density": by["phi"], "distribution": by["Phi"]}
