"""Hermite tensors, moments of networks, Stein's identity and cumulants, by second methods."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

from algebra_tnn import Vanishes, verify
from algebra_tnn.exact.measures import Normal, Uniform
from algebra_tnn.laws import Law, expansion, value
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.models.moments import (
    HermiteTensor,
    NetworkMoment,
    QuadraticPushForward,
    boundary_difference,
    expectation,
    general_polynomial,
    hermite_coefficients,
    relu_coefficient,
    score_moment,
    stein_difference,
)
from algebra_tnn.models.moments.hermite import disjoint_pairs, hermite_form, hermite_remainder, pairings
from algebra_tnn.models.moments.relu import relu_antiderivative, relu_identity

MATRIX = Law.trace(lambda X: X, {"X": (2, 2)}, {})
MOMENT = NetworkMoment(PolynomialNetwork((2, 2, 1), activations=[["x^3 + x", "x^3 - 5*x^2"]]), order=3)


def test_hermite_polynomials_are_orthogonal() -> None:
    def mean(k: int, m: int) -> Any:
        pairs = product(enumerate(hermite_coefficients(k)), enumerate(hermite_coefficients(m)))
        return sum(a * b * Normal().moment(i + j) for (i, a), (j, b) in pairs)

    assert all(mean(k, m) == (math.factorial(k) if k == m else 0) for k in range(6) for m in range(6))
    assert [len([p for p in disjoint_pairs(6) if len(p) == j]) for j in range(4)] == [pairings(6, j) for j in range(4)]


@pytest.mark.parametrize("order", range(6))
def test_forms_and_remainders(order: int) -> None:
    law = Law.trace(
        lambda t, s: hermite_form(order, t, s) + (s - 1) * hermite_remainder(order, t, s), {"t": (), "s": ()}, {}
    )
    form = Law.trace(lambda t, s: hermite_form(order, t, s**2), {"t": (), "s": ()}, {})
    expected = {(e, 0): c for e, c in enumerate(hermite_coefficients(order)) if c}
    assert dict(expansion(law)[0].terms()) == expected
    assert {sum(e) for e, _ in expansion(form)[0].terms()} == {order}


def test_the_catalogue_instance() -> None:
    """18 a⊗a⊗a − 12 b⊗b⊗b for 3 (u³ + u) − 2 (v³ − 5 v²)."""
    a, b = (1, 2), (1, -1)
    found = MOMENT({"W1": [a, b], "W2": [[3, -2]]})
    assert all(
        found[i][j][k] == 18 * a[i] * a[j] * a[k] - 12 * b[i] * b[j] * b[k] for i, j, k in product((0, 1), repeat=3)
    )
    definition = score_moment(MOMENT.network.law(), 3)
    assert value(definition, {"W1": [a, b], "W2": [[3, -2]]}) == [found]


def test_a_wrong_moment_is_no_identity() -> None:
    definition = score_moment(PolynomialNetwork((1, 1, 1), degrees=3).law(), 3)
    assert [str(f) for f in expansion(definition)] == ["6*W1_0_0^3*W2_0_0"]


def test_stein_fails_for_wrong_scores() -> None:
    """The recursion without its last term: E[f x⊗x] is not E[∇²f]."""
    f = general_polynomial(1, 2)
    wrong = expectation(
        Law.trace(lambda x, c: (c[0] + c[1] * x[0]) * x[0] ** 2, {"x": (1,)}, {"c": (3,)}), "x", Normal()
    )
    assert any(expansion(wrong)) and not any(expansion(stein_difference(f, 2)))


def test_several_outputs_and_other_inputs() -> None:
    law = Law.trace(lambda x, y, a: (a @ x) ** 2 * y, {"x": (2,), "y": (2,)}, {"a": (2,)})
    found = score_moment(law, 2)
    assert (found.shape, found.input_names) == ((2, 2, 2), ("y",))
    assert value(found, {"y": [1, 3], "a": [1, 2]})[1] == [[6, 12], [12, 24]]


def test_boundaries() -> None:
    f = general_polynomial(2, 2)
    assert not any(expansion(boundary_difference(f, Uniform(-1, 2), 1)))
    sentence = (
        r"the uniform distribution on \[0, 1\] has a boundary; there E\[f S_m\] is not .* boundary term \(mean of f"
    )
    with pytest.raises(ValueError, match=sentence):
        score_moment(f, 1, measure=Uniform(0, 1))
    with pytest.raises(ValueError, match="the coordinate is 2; those of x are 0 to 1"):
        boundary_difference(f, Uniform(0, 1), 2)
    assert score_moment(f, 1, measure=Normal()) == score_moment(f, 1)


def integral(k: int, b: float) -> float:
    """E[max(0, t + b) He_k(t)], by Simpson's rule: an opinion, and no proof."""
    n, lower, upper = 1000, -b, 12.0
    step = (upper - lower) / n

    def integrand(t: float) -> float:
        he = sum(c * t**e for e, c in enumerate(hermite_coefficients(k)))
        return max(0.0, t + b) * he * math.exp(-t * t / 2) / math.sqrt(2 * math.pi)

    weights = (1 if i in (0, n) else 4 if i % 2 else 2 for i in range(n + 1))
    return sum(w * integrand(lower + i * step) for i, w in enumerate(weights)) * step / 3


@pytest.mark.slow
@pytest.mark.parametrize("bias", ["1/2", -1, 0])
def test_relu_coefficients_agree_with_a_quadrature(bias: Any) -> None:
    for k in range(7):
        assert abs(float(relu_coefficient(k, bias)) - integral(k, float(Fraction(bias)))) < 1e-7


def test_relu_coefficients_are_differences_of_antiderivatives() -> None:
    """At infinity φ = 0 and Φ = 1; at t = −b, φ = φ(b) and Φ = 1 − Φ(b)."""
    from sympy import Rational, erf, exp, expand, pi, sqrt

    b = Rational(1, 2)
    phi, Phi = exp(-(b**2) / 2) / sqrt(2 * pi), (1 + erf(b / sqrt(2))) / 2
    for k in range(7):
        law = relu_antiderivative(k)
        (A,) = (f.to_sympy() for f in expansion(law))
        at_infinity = {0: b, 1: 1}.get(k, 0)
        values = {"t": -b, "b": b, "phi": phi, "Phi": 1 - Phi}
        at_the_end = A.subs({s: values[s.name] for s in A.free_symbols})
        assert expand(at_infinity - at_the_end - relu_coefficient(k, b)) == 0


def test_relu_identities_need_their_relations() -> None:
    for k in range(4):
        law, slopes = relu_identity(k)
        assert any(expansion(law)) and set(slopes) == {"density", "distribution"}
        assert verify(Vanishes(law)).status != "proved"


def test_cumulants_of_one_form() -> None:
    """8 tr Q³ for p = zᵀQz: κ_3 of z_0² is 8, and of z_0 z_1 is 0."""
    one = QuadraticPushForward(maps=1, latent=2)
    assert one({"u": [1], "q": [[1, 0, 0]]}) == 8 and one({"u": [1], "q": [[0, 1, 0]]}) == 0
    fields = QuadraticPushForward(maps=2, latent=3).symmetries().fields
    assert len(fields) == 3


@pytest.mark.parametrize(
    ("make", "error", "sentence"),
    [
        (lambda: HermiteTensor(0, 1), ValueError, "dimension is 0; sizes and ranks are integers from 1 on"),
        (lambda: HermiteTensor(2, 0), ValueError, "order is 0"),
        (lambda: NetworkMoment(3, 1), TypeError, "network is 3; it is a PolynomialNetwork"),  # on purpose
        (lambda: NetworkMoment(PolynomialNetwork((2, 1)), 1), ValueError, "has no hidden layer; "),
        (lambda: NetworkMoment(PolynomialNetwork((2, 1, 1, 1), 2), 1), ValueError, "has 2 hidden layers; "),
        (lambda: NetworkMoment(MOMENT.network, 0), ValueError, "order is 0; .* take orders from 1 on"),
        (lambda: NetworkMoment(MOMENT.network, 1.5), TypeError, "order is 1.5"),  # on purpose
        (lambda: NetworkMoment(MOMENT.network, 15), ValueError, "15 modes of size 2 has 32,768 entries"),
        (lambda: NetworkMoment(MOMENT.network, 10**9), ValueError, "more than 10\\^18 entries"),
        (
            lambda: NetworkMoment(PolynomialNetwork((2, 2, 1), 2, sparsity=[[[1, 0], [1, 1]], None]), 2),
            ValueError,
            "weights that are zero or tied; the moment is that of dense layers",
        ),
        (lambda: relu_coefficient(-1, 0), ValueError, "order is -1; .* an integer from 0 on"),
        (lambda: relu_coefficient(True, 0), TypeError, "order is True"),
        (lambda: hermite_coefficients(-1), ValueError, "order is -1; .* an integer from 0 on"),
        (lambda: relu_coefficient(1, 0.5), TypeError, "the bias is the float 0.5"),
        (lambda: QuadraticPushForward(1, 0), ValueError, "latent is 0"),
        (lambda: HermiteTensor(2, 11), ValueError, "order is 11; .* orders up to 10 are treated"),
        (lambda: HermiteTensor(10, 8), ValueError, "order is 8; the Hermite tensor has 100,000,000 entries"),
        (lambda: HermiteTensor(2, 2.5), TypeError, "order is 2.5; .* an integer from 1 on"),  # on purpose
        (lambda: score_moment(MATRIX, 1, "z"), ValueError, "'z' is no input of the law; its inputs are X"),
        (lambda: score_moment(MATRIX, 1, "X"), ValueError, r"X has the shape \[2, 2\]; .* a vector"),
        (lambda: score_moment(general_polynomial(2, 1), 0), ValueError, "order is 0; .* an integer from 1 on"),
        (
            lambda: score_moment(general_polynomial(2, 1), 1, measure=3),
            TypeError,
            "the measure is 3; it is Normal",
        ),  # on purpose
        (lambda: expectation(MATRIX, "X", Normal), TypeError, "the measure is Normal; it is Normal"),  # on purpose
        (lambda: expectation("law", "X", Normal()), TypeError, "the law is str; it is a Law"),  # on purpose
        (lambda: boundary_difference(MATRIX, Uniform(0, 1), 0, "z"), ValueError, "'z' is no input"),
        (
            lambda: boundary_difference(general_polynomial(1, 1), Normal(), 0),
            TypeError,
            "the measure is Normal",
        ),  # on purpose
        (lambda: general_polynomial(0, 2), ValueError, "variables is 0"),
        (lambda: general_polynomial(2, -1), ValueError, "degree is -1; degrees are treated from 0 on"),
        (lambda: general_polynomial(50, 50), ValueError, "at most 2,500 monomials"),
        (lambda: general_polynomial(1, 0.5), TypeError, "degree is 0.5"),  # on purpose
    ],
)
def test_bad_input(make: Any, error: type[Exception], sentence: str) -> None:
    with pytest.raises(error, match=sentence):
        make()
