"""Integration by parts under a density: Stein's identity, and the term at the boundary that it has elsewhere.

*Proof.* Let p be a positive density with S_m p = (−1)^m ∇^m p, so that S_m = −S_(m−1) ⊗ ∇log p − ∇S_(m−1). By parts,
E[∇^m f] = ∫ ∇^m f · p = (−1)^m ∫ f ⊗ ∇^m p = E[f ⊗ S_m], if all ∇^i f ⊗ ∇^(m−1−i) p vanish at the ends. For the normal
density these are polynomials times p. For the uniform distribution on a box ∇p is zero inside, and the ends remain:
E[∂_i f] is the mean of f over the face x_i = b minus that over x_i = a, divided by b − a. ∎
"""

from __future__ import annotations

from math import comb
from typing import Any

from algebra_tnn.exact.measures import Measure, Normal, Uniform, check_measure
from algebra_tnn.exact.scalars import Number
from algebra_tnn.laws.derivatives import derivative
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.operations import LETTERS
from algebra_tnn.laws.power_sums import monomials_of_degree
from algebra_tnn.laws.traced_values import traced_value
from algebra_tnn.laws.tracing import Traced, einsum
from algebra_tnn.models.moments.expectations import expectation, input_shape
from algebra_tnn.models.moments.hermite import checked_order, hermite_tensor
from algebra_tnn.tensors.formats.sizes import size

MOST_MONOMIALS = 2_500  # of a general polynomial


def general_polynomial(variables: int, degree: int) -> Law:
    """Σ_e c_e x^e over all exponents up to the degree, with the coefficients c as a parameter; x is the input.

    Raises: TypeError, ValueError for other sizes, and for too many monomials.

    >>> from algebra_tnn.laws import expansion
    >>> print(*expansion(general_polynomial(1, 2)))
    x_0^2*c_2 + x_0*c_1 + c_0
    """
    size("variables", variables)
    if isinstance(degree, bool) or not hasattr(degree, "__index__"):
        raise TypeError(f"degree is {degree!r}; it is an integer from 0 on")
    if degree < 0 or comb(variables + degree, variables) > MOST_MONOMIALS:
        raise ValueError(
            f"degree is {degree}; degrees are treated from 0 on, as long as there are at most {MOST_MONOMIALS:,} "
            "monomials"
        )
    exponents = [e for d in range(degree + 1) for e in monomials_of_degree(variables, d)]

    def forward(x: Traced, c: Traced) -> Traced:
        total = c[0]
        for k, e in enumerate(exponents[1:], 1):
            term = c[k]
            for i, power in enumerate(e):
                if power:
                    term = term * (x[i] if power == 1 else x[i] ** power)
            total = total + term
        return total

    return Law.trace(forward, {"x": (variables,)}, {"c": (len(exponents),)})


def stein_difference(law: Law, order: int, name: str = "x") -> Law:
    """E[f ⊗ S_m] − E[∇^m f] over a vector x from the standard normal distribution: a law that is zero.

    Raises: TypeError, ValueError for an input that is no vector, an order below 1, or too many points or entries.
    """
    sides = score_moment(law, order, name), expectation(derivative(law, name, order), name, Normal())

    def forward(**tensors: Traced) -> Any:
        moment, slope = (traced_value(side, tensors) for side in sides)
        return moment - slope

    return Law.trace(forward, dict(sides[0].inputs), dict(law.parameters))


def score_moment(law: Law, order: int, name: str = "x", measure: Measure | None = None) -> Law:
    """E[f ⊗ S_m], which is E[∇^m f], over a vector x with independent entries.

    Raises: TypeError, ValueError for an input that is no vector, an order below 1, a density with a boundary, where the
    two differ, and too many points or entries.

    >>> law = Law.trace(lambda x, a: (a @ x) ** 3, {"x": (2,)}, {"a": (2,)})
    >>> from algebra_tnn.laws import value
    >>> value(score_moment(law, 3), {"a": [1, 2]})
    [[[6, 12], [12, 24]], [[12, 24], [24, 48]]]
    """
    if measure is not None:
        refuse_boundary(measure)
    order = checked_order(order, _size(law, name))

    def forward(**tensors: Traced) -> Any:
        outputs, modes = LETTERS[: len(law.shape)], LETTERS[len(law.shape) : len(law.shape) + order]
        score = hermite_tensor(tensors[name], order)
        return einsum(f"{outputs},{modes}->{outputs}{modes}", traced_value(law, tensors), score)

    return expectation(Law.trace(forward, dict(law.inputs), dict(law.parameters)), name, Normal())


def refuse_boundary(measure: Measure) -> None:
    """Raises: TypeError for what is no measure; ValueError for a density with a boundary, with the term that Stein's
    identity has there."""
    check_measure(measure)
    if measure.boundary:
        a, b = measure.boundary
        term = f"(mean of f at x_i = {b} − mean of f at x_i = {a}){'' if b - a == 1 else f' / {b - a}'}"
        raise ValueError(
            f"{measure} has a boundary; there E[f S_m] is not E[∇^m f], since integration by parts leaves the boundary "
            f"term {term}: take the normal distribution"
        )


def boundary_difference(law: Law, measure: Uniform, coordinate: int, name: str = "x") -> Law:
    """E[∂_i f] − (E[f at x_i = b] − E[f at x_i = a]) / (b − a) for the uniform distribution on [a, b]^n: it is zero.

    Raises: TypeError, ValueError for an input that is no vector, another measure, if there is no such coordinate, and
    for too many points.
    """
    n = _size(law, name)
    if coordinate not in range(n):
        raise ValueError(f"the coordinate is {coordinate!r}; those of {name} are 0 to {n - 1}")
    if not isinstance(measure, Uniform):
        raise TypeError(f"the measure is {measure!r}; the boundary term is that of Uniform(a, b)")
    (a, b), direction = measure.boundary, [int(i == coordinate) for i in range(n)]
    others = [[int(i == j != coordinate) for j in range(n)] for i in range(n)]
    slope = expectation(derivative(law, name), name, measure)

    def face(end: Number) -> Law:
        def forward(**tensors: Traced) -> Any:
            moved = others @ tensors[name] + [end * unit for unit in direction]
            return traced_value(law, {**tensors, name: moved})

        return expectation(Law.trace(forward, dict(law.inputs), dict(law.parameters)), name, measure)

    lower, upper = face(a), face(b)

    def difference(**tensors: Traced) -> Any:
        letters = LETTERS[: len(law.shape) + 1]
        along = einsum(f"{letters},{letters[-1]}->{letters[:-1]}", traced_value(slope, tensors), direction)
        return along - (traced_value(upper, tensors) - traced_value(lower, tensors)) / (b - a)

    return Law.trace(difference, dict(slope.inputs), dict(law.parameters))


def _size(law: Law, name: str) -> int:
    """The number of entries of an input that is a vector. Raises: TypeError, ValueError."""
    shape = input_shape(law, name)
    if len(shape) != 1:
        raise ValueError(f"{name} has the shape {list(shape)}; integration by parts is for an input that is a vector")
    return shape[0]
