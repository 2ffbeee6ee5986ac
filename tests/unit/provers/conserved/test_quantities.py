"""Conserved polynomials and quotients, against those that are known by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from algebra_tnn import Conserved, ConservedAtLeast, Field, Law, PolynomialNetwork, verify
from algebra_tnn.certificates import Shortfall
from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.laws import expansion
from algebra_tnn.laws.expressions import Constant
from algebra_tnn.provers import constant_along_flow, independent_quantities
from algebra_tnn.provers.conserved import equations, quantities
from algebra_tnn.provers.conserved.axis_forms import AxisForms
from algebra_tnn.provers.conserved.equations import factors_of
from algebra_tnn.provers.conserved.expressions import expression_of
from algebra_tnn.provers.conserved.gradients import random_samples
from algebra_tnn.provers.conserved.quantities import parameter_ring, search

TIED = Law.trace(lambda x, W: W.T @ (W @ x), {"x": (1,)}, {"W": (2, 1)})
NEURON = Law.trace(lambda x, w, b: b * (w @ x), {"x": (2,)}, {"w": (2,), "b": ()})


def linear(*widths: int) -> Law:
    return PolynomialNetwork(widths, degrees=1).law()


def test_one_neuron() -> None:
    found = search(NEURON, 2, 1)
    assert [*map(str, found.quantities)] == ["w_0^2 + w_1^2 - b^2"]
    assert (found.degree, found.polynomial_count, found.is_exhaustive) == (2, 1, True)
    assert not search(NEURON, 1, 1).quantities


def test_powers_of_other_degrees() -> None:
    cubic = PolynomialNetwork((1, 1, 1), degrees=3).law()
    assert [*map(str, search(cubic, 2, 1).quantities)] == ["W1_0_0^2 - 3*W2_0_0^2"]
    triple = Law.trace(lambda a, b: a * a * b**3, {}, {"a": (), "b": ()})  # 3 a² − 2 b²
    assert [*map(str, search(triple, 2, 1).quantities)] == ["3*a^2 - 2*b^2"]


def test_large_coefficients() -> None:
    steep = PolynomialNetwork((1, 1, 1), degrees=200).law()
    assert [*map(str, search(steep, 2, 1).quantities)] == ["W1_0_0^2 - 200*W2_0_0^2"]
    assert not search(PolynomialNetwork((1, 1, 1), degrees=1009).law(), 2, 1).quantities  # is beyond what is lifted


def test_wrong_lifts_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    right = equations.lifted_residue

    def wrong(residue: int) -> Fraction | None:
        found = right(residue)
        return found if found is None or abs(found) == 1 else found + 1

    monkeypatch.setattr(equations, "lifted_residue", wrong)
    quantities.search.cache_clear()
    assert not search(PolynomialNetwork((1, 1, 1), degrees=3).law(), 2, 1).quantities
    quantities.search.cache_clear()


def test_of_higher_degree() -> None:
    """The real part of (a + i b)³ conserves the imaginary one, by the equations of Cauchy and Riemann."""
    law = Law.trace(lambda a, b: a**3 - 3 * a * b * b, {}, {"a": (), "b": ()})
    assert not search(law, 2, 1).quantities
    assert [*map(str, search(law, 3, 1).quantities)] == ["3*a^2*b - b^3"]
    assert verify(ConservedAtLeast(law, 1)).status == "proved"
    powers = Law.trace(lambda x, a, b: x * (a**4 + b**4), {"x": ()}, {"a": (), "b": ()})
    assert not search(powers, 4, 1).quantities  # 1/a² − 1/b² is conserved, and no polynomial


def test_quotients() -> None:
    found = search(TIED, 2, 1)
    assert [*map(str, found.quantities)] == ["W_1_0/W_0_0"] and found.polynomial_count == 0
    assert [str(x) for x in found.quantities[0].field] == ["-W_1_0", "W_0_0"]
    assert search(TIED, 2, 0).quantities == ()
    skewed = Law.trace(lambda a, b, c: (a + b) ** 2 + 2 * c**2, {}, {"a": (), "b": (), "c": ()})
    assert [*map(str, search(skewed, 2, 2).quantities)] == ["a - b", "c/(a + b)"]
    assert verify(ConservedAtLeast(skewed, 2)).status == "proved"
    squared = Law.trace(lambda a, c: a * a + 2 * c * c, {}, {"a": (), "c": ()})
    assert [*map(str, search(squared, 2, 1).quantities)] == ["a^2/c"] and not search(squared, 1, 1).quantities


def test_skew_matrices_of_rank_two() -> None:
    one = Fraction(1)
    assert factors_of({(0, 1): one, (2, 3): one}) is None
    p, q = {0: Fraction(2), 2: Fraction(5)}, {1: Fraction(3), 2: Fraction(7)}
    omega = {
        (i, j): p.get(i, one * 0) * q.get(j, 0) - p.get(j, 0) * q.get(i, 0) for i in range(3) for j in range(i + 1, 3)
    }
    found = factors_of(omega)
    assert found is not None
    wedge = [found[0].get(i, 0) * found[1].get(j, 0) - found[0].get(j, 0) * found[1].get(i, 0) for i, j in omega]
    assert [x * omega[0, 1] for x in wedge] == [c * wedge[0] for c in omega.values()]


def test_each_is_conserved() -> None:
    law = linear(2, 2, 2)
    for quantity in search(law, 2, 3).quantities:
        assert verify(Conserved(law, expression_of(quantity.numerator, law))).status == "proved"


def test_what_is_not_conserved() -> None:
    bent = Conserved.trace(linear(2, 2, 2), lambda W1, W2: (W1 @ W1.T)[0][0] - 2 * (W2.T @ W2)[0][0])
    short = constant_along_flow(bent)
    assert isinstance(short, Shortfall) and short.reason == "the quantity changes along the flow at 8 of 8 points"


def test_expressions_of_polynomials() -> None:
    ring = parameter_ring(NEURON)
    w0, w1, b = ring.variables
    for polynomial in (w0 * w1 * 3 - b**3, w0 * Fraction(1, 2) + 5, ring(0), b, w1**2 * b):
        law = Law((), NEURON.parameters, (), expression_of(polynomial, NEURON))
        (found,) = expansion(law)
        assert dict(found.terms()) == dict(polynomial.terms())
    assert isinstance(expression_of(ring(1), NEURON), Constant)


def test_forms_on_axes() -> None:
    law = linear(2, 3, 2)
    forms = AxisForms.of(law)
    assert len(forms.pairs) == (6 + 3) + (3 + 6)
    samples = random_samples(law, 3, 0)
    rates = forms.rates(samples.parameters, samples.gradients)
    k = 1  # rows 0 and 1 of W1
    expected = [
        sum(t[a] * g[b] + g[a] * t[b] for a, b in ((0, 2), (1, 3))) % PRIME
        for t, g in zip(samples.parameters.tolist(), samples.gradients.tolist(), strict=True)
    ]
    assert rates[:, k].tolist() == expected and forms.terms({k: 1}) == {(0, 2): 1, (1, 3): 1}
    numbers = Law.trace(lambda x, a, b: a * b * x, {"x": ()}, {"a": (), "b": ()})
    assert AxisForms.of(numbers).terms({0: 1, 1: -1}) == {(0, 0): 1, (1, 1): -1}


def test_many_parameters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quantities, "MOST_MONOMIALS", 10)
    quantities.search.cache_clear()
    law = linear(2, 2, 2)
    found = search(law, 2, 3)
    assert not found.is_exhaustive and len(found.quantities) == 3
    with pytest.raises(ValueError, match="164 monomials of degree 1 to 3 in 8 parameters, more than 10; lower"):
        search(law, 3, 3)
    quantities.search.cache_clear()


def test_shortfalls() -> None:
    law = linear(2, 2, 2)
    many = independent_quantities(ConservedAtLeast(law, 4))
    assert isinstance(many, Shortfall) and "leave room for 3" in many.reason
    squares = PolynomialNetwork((1, 2, 1), degrees=2).law()
    other = independent_quantities(ConservedAtLeast(squares, 3))
    assert isinstance(other, Shortfall) and "3 are asked, 2 were found among polynomials" in other.reason
    finite = Field.named("GF(7)")
    for claim, prover in (
        (ConservedAtLeast(law, 1, finite), independent_quantities),
        (Conserved(law, expression_of(parameter_ring(law)(1), law), finite), constant_along_flow),
    ):
        short: Any = prover(claim)
        assert isinstance(short, Shortfall) and "not over GF(7)" in short.reason
    fraction = Law.trace(lambda x, w: w @ x + x @ x / PRIME, {"x": (2,)}, {"w": (2,)})
    for shortfall in (
        independent_quantities(ConservedAtLeast(fraction, 1)),
        constant_along_flow(Conserved.trace(fraction, lambda w: w @ w)),
    ):
        assert isinstance(shortfall, Shortfall) and "denominator" in shortfall.reason


def test_no_quantity_needs_no_point() -> None:
    assert verify(ConservedAtLeast(linear(2, 2, 2), 0)).status == "proved"


def test_independence_is_that_of_gradients() -> None:
    """Products of conserved quantities are conserved, and add nothing."""
    found = search(NEURON, 4, 2)
    assert len(found.quantities) == 1 and np.count_nonzero(found.rows) == 3
