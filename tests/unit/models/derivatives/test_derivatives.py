from __future__ import annotations

import random
from typing import Any

import pytest

from algebra_tnn.laws import expansion, value
from algebra_tnn.models import PolynomialNetwork, WeightedNetwork
from algebra_tnn.models.derivatives import (
    DerivativeTensor,
    FlexibleNetwork,
    derivative_sum,
    derivative_terms,
    derivative_values,
    differential_activation,
    evaluation_matrix,
    jacobian_format,
    jacobian_nodes,
    jacobian_product,
    jacobians,
)
from tests.unit.models.networks import drawn

POINTS = [[1, 2], [0, 1], ["1/2", 3]]


def weighted(network: PolynomialNetwork) -> WeightedNetwork:
    return WeightedNetwork(network, drawn(network, random.Random(3)))


def test_the_tensor_at_unit_vectors_has_the_values() -> None:
    network = weighted(PolynomialNetwork((2, 2, 2), activations=[["x^3 + x", "2x^2"]], biases=True))
    law, values = DerivativeTensor(network.network, order=2, points=3).law(), derivative_values(network, POINTS, 2)
    u, v, e = [0, 1], [[1, 0], [0, 1]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    for j, k, n in [(0, 0, 2), (0, 1, 1), (1, 1, 0)]:
        point = {"u": u, "v0": v[j], "v1": v[k], "w": e[n], "X": POINTS, **network.weights}
        assert value(law, point) == values[1, j, k, n]
    assert derivative_terms(network, POINTS, 2).tensor() == values


@pytest.mark.parametrize("widths", [(2, 3, 2), (2, 2, 3, 1), (2, 1, 2, 2, 2)])
def test_jacobians_have_the_format_of_the_chain_rule(widths: tuple[int, ...]) -> None:
    network = weighted(PolynomialNetwork(widths, activations="x^2 - x", biases=True))
    (format,) = jacobian_format(widths, len(POINTS)).networks
    law = jacobian_format(widths, len(POINTS)).law()
    J, nodes = jacobians(network, POINTS), jacobian_nodes(network, POINTS)
    assert format.shape == (widths[-1], 2, 3)
    vectors = dict(zip(law.input_names, ([1] * n for n in format.shape), strict=True))
    assert value(law, {**vectors, **nodes}) == sum(x for matrix in J for row in matrix for x in row)


def test_sums_and_products_agree_for_two_layers() -> None:
    network = FlexibleNetwork((2, 2, 1), basis=("t^2", "t^3 - t"))
    assert expansion(derivative_sum(network, 1)) == expansion(jacobian_product(network))


def test_derivatives_in_a_differential_ring() -> None:
    sigmoid, exp = differential_activation("sigmoid"), differential_activation("exp")
    assert sigmoid.derivative(3) == (0, 1, -7, 12, -6)
    assert {exp.derivative(k) for k in range(1, 5)} == {(0, 1)}
    assert str(sigmoid) == "sigmoid"


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (lambda: FlexibleNetwork((2, 1), basis=[]), "basis has no entries; it has one polynomial or more"),
        (lambda: FlexibleNetwork((2, 1), basis=["1"]), "basis[0] is the constant 1"),
        (lambda: FlexibleNetwork((2, 0, 1), basis=2), "widths[1] is 0; widths are integers from 1 to"),
        (lambda: derivative_sum(FlexibleNetwork((2, 2, 2, 1), 2), 1), "3 layers of weights; the derivatives are such"),
        (lambda: DerivativeTensor(3), "network is 3; it is a PolynomialNetwork or a FlexibleNetwork, wh"),
        (lambda: DerivativeTensor(PolynomialNetwork((2, 1)), order=0), "order is 0; sizes and ranks are integers from"),
        (lambda: DerivativeTensor(FlexibleNetwork((9, 1), 2), order=9), f"the derivative has {9**9} entries"),
        (lambda: jacobian_format((2, 1), 3), "the Jacobian depends on the point from three widths on"),
        (lambda: jacobian_format((2, 2, 1), 0), "points is 0; sizes and ranks are integers from 1 on"),
        (lambda: evaluation_matrix([[1, 2], [3]], 2), "points is ragged at depth 1"),
        (
            lambda: evaluation_matrix([[1, 2, 3]] * 9, 200),
            "degree is 200; with 3 variables and 9 points the matrix has",
        ),
        (lambda: evaluation_matrix([], 2), "points has an axis without entries"),
        (
            lambda: differential_activation("relu"),
            "the activation relu, t ↦ max(0, t), is not differentiable everywhere",
        ),
        (lambda: differential_activation("|t|"), "the activation |t|, t ↦ |t|, is not differentiable everywhere"),
        (
            lambda: differential_activation("sin"),
            "the activation is 'sin'; those that are known are tanh, sigmoid, exp",
        ),
        (lambda: differential_activation("exp").derivative(0), "order is 0; the order of a derivative is an integer"),
        (
            lambda: derivative_terms(weighted(PolynomialNetwork((2, 1, 1, 1), 2)), POINTS),
            "has 3 layers of weights; derivatives are such terms for two",
        ),
        (
            lambda: derivative_values(weighted(PolynomialNetwork((3, 1), None)), POINTS),
            "points has the shape [3, 2]; it is a list of points with 3 numbers each, one for each input",
        ),
    ],
)
def test_what_is_refused(made: Any, message: str) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        made()
    assert message in str(caught.value)
