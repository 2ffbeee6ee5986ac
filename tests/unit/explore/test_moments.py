"""Moments of given networks, of general ones, and the weights that moments have."""

from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn import (
    CP,
    PolynomialNetwork,
    WeightedNetwork,
    generic_moment,
    moment_decomposition,
    weights_from_moments,
)
from algebra_tnn.explore import MomentDecomposition
from algebra_tnn.laws import value
from algebra_tnn.models.moments import NetworkMoment, score_moment

TWO = PolynomialNetwork((2, 2, 1), activations=[["x^3 + x", "x^3 - 5*x^2"]])
ROWS = [[1, 2], [1, -1]]


def found(network: PolynomialNetwork, weights: Any, order: int) -> MomentDecomposition:
    return moment_decomposition(WeightedNetwork(network, weights), order)


def test_the_catalogue_instance() -> None:
    answer = found(TWO, [ROWS, [[3, -2]]], 3)
    assert (answer.status, answer.scales, answer.neurons) == ("proved", ((18,), (-12,)), (0, 1))
    assert answer.certificate is not None and answer.verdict is not None and answer.verdict.trusts == ()
    assert answer.explanation.splitlines()[0] == "unique, so that the rows are determined (proved)"
    assert "  term of neuron 1: λ = -12, a = (1, -1)" in answer.explanation.splitlines()
    assert answer.to_dict()["tensor"] == answer.tensor.nested() == [[[6, 48], [48, 60]], [[48, 60], [60, 156]]]


@pytest.mark.parametrize(
    ("network", "weights", "order"),
    [
        (PolynomialNetwork((2, 2, 1), activations="x^3 + x^2", biases=True), [ROWS, [1, "1/2"], [[3, -2]], [5]], 3),
        (
            PolynomialNetwork((2, 2, 2), activations="x^3 + x^2", biases=True),
            [ROWS, [1, 0], [[3, -2], [0, 1]], [5, 1]],
            2,
        ),
        (PolynomialNetwork((1, 2, 1), degrees=4), [[[1], [-2]], [[3, -2]]], 4),
        (PolynomialNetwork((2, 2, 1), activations="x^4 + x", biases=True), [ROWS, [1, "1/2"], [[3, -2]], [0]], 1),
    ],
)
def test_tensors_are_those_of_the_definition(network: PolynomialNetwork, weights: Any, order: int) -> None:
    answer = found(network, weights, order)
    definition = value(score_moment(network.law(), order), answer.network.weights)
    nested = answer.tensor.nested()
    assert definition == (nested if network.widths[2] > 1 or order == 1 else [nested])
    assert nested == NetworkMoment(network, order)(answer.network.weights)


@pytest.mark.parametrize(
    ("activation", "weights", "order", "reasons"),
    [
        (
            "x^2",
            [ROWS, [[3, -2]]],
            3,
            dict.fromkeys((0, 1), "t² has a degree below 3, so that its derivative of order 3 is zero"),
        ),
        (
            "x^4 + 1",
            [ROWS, [[3, 0]]],
            3,
            {
                0: "t⁴ + 1 is even up to a constant and the bias is 0, so that λ = 0: take an even order",
                1: "no weight leads from it to an output",
            },
        ),
        (
            "x^3 + x",
            [[[1, 2], [0, 0]], [[3, 1]]],
            2,
            {
                0: "t³ + t is odd up to a constant and the bias is 0, so that λ = 0: take an odd order",
                1: "its row is zero",
            },
        ),
        (
            "x^4 - 6*x^2",
            [[[1, 0], [1, 1]], [[3, 1]]],
            2,
            {0: "the derivative of order 2 of t⁴ - 6 t² has the mean 0 at these weights, so that λ = 0"},
        ),
    ],
)
def test_idle_neurons(activation: str, weights: Any, order: int, reasons: dict[int, str]) -> None:
    answer = found(PolynomialNetwork((2, 2, 1), activations=activation), weights, order)
    assert answer.idle == reasons
    if len(reasons) == 2:
        assert (answer.status, answer.decomposition, answer.certificate) == ("undecided", None, None)
        assert not any(answer.tensor.entries) and answer.tensor.shape == (2,) * order
        assert answer.explanation.startswith("the moment is zero; it determines no row (undecided)\n")
    else:
        assert answer.explanation.startswith("unique, so that the row of neuron 1 is determined (proved)\n")
        assert "  this compares with sums of as many terms: " in answer.explanation


def test_parallel_rows() -> None:
    answer = found(PolynomialNetwork((2, 2, 1), degrees=3), [[[1, 2], [-2, -4]], [[3, 1]]], 3)
    assert (answer.status, answer.parallel) == ("refuted", ((0, 1),))
    assert "  the rows of neurons 0 and 1 are parallel: only the sum of their terms is seen\n" in answer.explanation
    assert "not of symmetric ones alone" in answer.explanation


def test_sparse_weights_are_whole_rows() -> None:
    network = PolynomialNetwork((2, 2, 1), activations=[["x^2", "x^2 + x"]], sparsity=[[[1, 0], [1, 1]], None])
    answer = found(network, [[2, 1, 1], [[1, 1]]], 2)
    assert answer.rows == ((2, 0), (1, 1)) and answer.mean().status == "proved"


def test_too_many_points() -> None:
    answer = found(PolynomialNetwork((6, 1, 1), degrees=3), [[[1] * 6], [[1]]], 3)
    with pytest.raises(ValueError, match=r"in 6 variables takes 7\^6 points"):
        answer.mean()


@pytest.mark.parametrize(
    ("network", "order", "status", "neurons"),
    [
        (PolynomialNetwork((3, 3, 1), degrees=3), 3, "proved", (0, 1, 2)),
        (PolynomialNetwork((2, 3, 1), degrees=3), 3, "refuted", (0, 1, 2)),
        (PolynomialNetwork((2, 2, 2), degrees=3), 2, "undecided", ()),
        (PolynomialNetwork((2, 2, 2), degrees=3, biases=True), 2, "proved", (0, 1)),
        (PolynomialNetwork((2, 2, 1), activations=[["x^4", "x^3"]]), 3, "proved", (1,)),
    ],
)
def test_general_weights(network: PolynomialNetwork, order: int, status: str, neurons: tuple[int, ...]) -> None:
    answer = generic_moment(network, order)
    assert (answer.status, answer.neurons) == (status, neurons)
    assert (answer.certificate is None) == (not neurons)
    assert answer.to_dict()["explanation"] == answer.explanation


def moments(hidden: WeightedNetwork, *orders: int) -> dict[int, Any]:
    return {m: NetworkMoment(hidden.network, m)(hidden.weights) for m in orders}


@pytest.mark.parametrize(
    ("activation", "weights", "orders"),
    [
        ("x^3", [[[1, 2, 0], [0, 1, -1], [2, 0, 1]], [[1, -2, "3/2"]]], (3,)),
        ("2*x^3 - x", [[[1, 2, 0], [0, "1/2", -1], [2, 0, 1]], [[1, -2, "3/2"]]], (3, 1)),
        ("x^4", [[[1, 2, 0], [0, 1, -1], [2, 0, 1]], [[1, -2, 3]]], (4,)),
    ],
)
def test_weights_are_found(activation: str, weights: Any, orders: tuple[int, ...]) -> None:
    hidden = WeightedNetwork(PolynomialNetwork((3, 3, 1), activations=activation), weights)
    given = moments(hidden, *orders)
    answer = weights_from_moments(hidden.network, given)
    assert answer.equivalence(hidden) is not None
    assert moments(answer, *orders) == given
    without_outputs = {m: tensor[0] if m == 1 else [tensor] for m, tensor in given.items()}
    assert weights_from_moments(hidden.network, without_outputs) == answer


CUBIC = PolynomialNetwork((2, 2, 1), activations="x^3 + x")
GIVEN = moments(WeightedNetwork(CUBIC, [ROWS, [[3, -2]]]), 1, 3)


@pytest.mark.parametrize(
    ("network", "given", "sentence"),
    [
        (PolynomialNetwork((2, 2, 1), degrees=3, biases=True), {}, "has biases, several outputs or activations"),
        (PolynomialNetwork((2, 2, 1), degrees=2), {}, "the activation is t²; weights are found for c t\\^r with r ≥ 3"),
        (CUBIC, {3: GIVEN[3]}, "the moment of order 1 is missing; there are 3"),
        (CUBIC, {**GIVEN, 1: [[1, 2, 3]]}, r"the moment of order 1 has the shape \(1, 3\); it is \(2,\)"),
        (CUBIC, {**GIVEN, 1: [1, 0.5]}, "the moment of order 1 is the float 0.5"),
        (CUBIC, {**GIVEN, 3: [[[1, 0], [0, 0]], [[0, 0], [0, 0]]]}, "is a sum of 1 powers; the network has 2 neurons"),
        (
            CUBIC,
            {**GIVEN, 3: [[[0, 1], [1, 0]], [[1, 0], [0, 0]]]},
            "the rows are not found from the moment of order 3",
        ),
        (CUBIC, {**GIVEN, 3: [[[0, 1], [0, 0]], [[1, 0], [0, 0]]]}, "a symmetric tensor has equal entries"),
        (CUBIC, {**GIVEN, 1: [[5, 2]]}, "has no rational length; the moments are those of no rational weights"),
    ],
)
def test_moments_of_no_weights(network: PolynomialNetwork, given: dict[int, Any], sentence: str) -> None:
    with pytest.raises((TypeError, ValueError), match=sentence):
        weights_from_moments(network, given)


def test_what_is_no_network() -> None:
    with pytest.raises(TypeError, match="it is a WeightedNetwork, a network with its weights"):
        moment_decomposition(TWO, 3)  # wrong on purpose
    with pytest.raises(ValueError, match="order is 0"):
        found(TWO, [ROWS, [[3, -2]]], 0)
    assert isinstance(found(TWO, [ROWS, [[3, -2]]], 3).decomposition, CP)
