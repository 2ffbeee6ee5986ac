"""Brackets of gradients against matrices that are multiplied out, and against derivatives along fields."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

from algebra_tnn import ConservedAtMost, Field, Law, PolynomialNetwork, verify
from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.laws import einsum
from algebra_tnn.laws.jacobians import Rows
from algebra_tnn.provers import brackets
from algebra_tnn.provers.conserved.gradients import independent_gradients, random_point, random_samples
from algebra_tnn.provers.conserved.lie_algebras import growth
from algebra_tnn.provers.conserved.polynomial_fields import gradient_fields


def linear(*widths: int) -> Law:
    return PolynomialNetwork(widths, degrees=1).law()


def generated(n: int, r: int, m: int) -> int:
    """The rank at a random Z of the fields Z ↦ N Z, with all N generated from the off-diagonal symmetric matrices."""
    size = n + m
    basis = []
    for i, j in product(range(n), range(m)):
        N = np.zeros((size, size), np.int64)
        N[i, n + j] = N[n + j, i] = 1
        basis.append(N)
    while True:
        longer = [*basis, *(A @ B - B @ A for A in basis for B in basis)]
        kept: list[np.ndarray] = []
        for N in longer:
            if np.linalg.matrix_rank([x.ravel() for x in (*kept, N)]) > len(kept):
                kept.append(N)
        if len(kept) == len(basis):
            break
        basis = kept
    Z = np.random.default_rng(1).integers(-9, 9, (size, r))
    return int(np.linalg.matrix_rank([(N @ Z).ravel() for N in basis]))


@pytest.mark.parametrize("widths", [(2, 2, 2), (1, 3, 1), (2, 1, 3)])
def test_two_linear_layers_as_matrices(widths: tuple[int, int, int]) -> None:
    assert growth(linear(*widths)).rank == generated(*widths)


def test_growth_step_by_step() -> None:
    found = growth(linear(3, 3, 3))
    assert found.ranks == (9, 12, 12) and found.is_complete
    assert len(found.brackets) == 3 and all(i < j < 9 for i, j in found.brackets)
    attained = growth(PolynomialNetwork((2, 2, 1), activations="x^3+x").law())
    assert attained.ranks == (6,) and attained.is_complete  # nothing is left to grow into


def test_brackets_with_every_gradient() -> None:
    """Two networks with an output each: brackets of the gradients of one are nothing to the other."""

    def outputs(x: Any, V: Any, u: Any, S: Any, r: Any) -> Any:
        return einsum(",a->a", u @ (V @ x), [1, 0]) + einsum(",a->a", r @ (S @ x), [0, 1])

    law = Law.trace(outputs, {"x": (2,)}, {"V": (2, 2), "u": (2,), "S": (2, 2), "r": (2,)})
    assert growth(law).ranks == (4, 6, 6)


def test_a_bracket_is_the_commutator_of_derivatives() -> None:
    """[u, v] g = u(v g) − v(u g) for functions g: here the coordinates, at the point."""
    law = PolynomialNetwork((1, 2, 1), degrees=2).law()
    point = random_point(law, 3)
    theta = np.concatenate([x.ravel() for x in point.values()]).astype(int).tolist()
    rows = Rows({"x": np.array([[1.0], [2.0]])}, np.ones((2, 1)))
    one, two = gradient_fields(law, rows, theta)
    along = {name: one.components[i] for i, name in enumerate(one.components[0].ring.names)}

    def derived(f, field):  # the derivative of a function along a field
        names = f.ring.names
        return sum((f.derivative(x) * field.components[i] for i, x in enumerate(names)), f * 0)

    commutator = [derived(y, one) - derived(x, two) for x, y in zip(one.components, two.components, strict=True)]
    assert [*one.bracket(two, theta).components] == commutator and set(along)
    assert one.bracket_value(two).tolist() == [x.value(theta) if x else 0 for x in commutator]


def test_unit_vectors_where_they_suffice() -> None:
    law = linear(2, 2, 2)
    rows = independent_gradients(law, random_point(law, 0), 0)
    assert len(rows) == 4 and rows.samples["x"].sum(axis=1).tolist() == [1] * 4
    assert rows.covectors.sum(axis=1).tolist() == [1] * 4
    cubic = PolynomialNetwork((2, 2, 1), degrees=3).law()  # unit vectors give two rows, four are wanted
    assert len(independent_gradients(cubic, random_point(cubic, 0), 0)) == 4


def test_samples_are_gradients() -> None:
    law = Law.trace(lambda x, w, b: b * (w @ x), {"x": (2,)}, {"w": (2,), "b": ()})
    samples = random_samples(law, 5, 1)
    for theta, gradient in zip(samples.parameters.tolist(), samples.gradients.tolist(), strict=True):
        *w, b = theta
        *dw, db = gradient  # u b x for some x, and u ⟨w, x⟩
        assert (w[0] * dw[0] + w[1] * dw[1] - b * db) % PRIME == 0 and any(gradient)


def test_certificates_of_smaller_bounds() -> None:
    law = linear(2, 2, 2)
    for count in (3, 4, 6, 8):
        certificate = brackets(ConservedAtMost(law, count))
        assert isinstance(certificate, Certificate) and len(certificate.evidence["rows"]) == 8 - count
        assert verify(ConservedAtMost(law, count)).status == "proved"


def test_shortfalls() -> None:
    law = linear(2, 2, 2)
    short = brackets(ConservedAtMost(law, 2))
    assert isinstance(short, Shortfall)
    assert short.reason == "6 independent fields are needed, 5 were found at a point"
    finite = brackets(ConservedAtMost(law, 3, Field.named("GF(7)")))
    assert isinstance(finite, Shortfall) and "not over GF(7)" in finite.reason
    still = brackets(ConservedAtMost(Law.trace(lambda x: x @ x, {"x": (2,)}, {}), 0))
    assert isinstance(still, Shortfall) and "no parameters" in still.reason
