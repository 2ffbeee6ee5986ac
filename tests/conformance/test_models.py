"""Polynomial networks compute what the prose of the evaluator says, and a network that does not is noticed."""

from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn.laws import Law, apply
from algebra_tnn.models import PolynomialNetwork
from tests.conformance import network_evaluator as prose
from tests.conformance.agreement import RINGS, Reading, agrees

TOEPLITZ = [[0, 1, -1], [-1, 0, 1]]
MASK = [[1, 1, 0], [0, 0, 1]]


def reading(
    widths: list[int],
    activations: list[list[list[Any]]],
    biases: bool = False,
    places: list[list[list[int]] | None] | None = None,
) -> Reading:
    """What the prose says about a network that is described by lists alone: one polynomial per hidden neuron."""
    layers = range(len(widths) - 1)

    def read(point: dict[str, Any]) -> Any:
        weights = []
        for i in layers:
            free, where = point[f"W{i + 1}"], places and places[i]
            weights.append(free if not where else prose.weight_matrix(free, where))
        offsets = [point[f"b{i + 1}"] for i in layers] if biases else None
        return prose.network_of_neurons(point["x"], weights, activations, offsets)

    return read


SQUARE, CUBE = [0, 0, 1], [0, 0, 0, 1]
SPARSE_PLACES = [[0, 1, -1], [-1, -1, 2]]

FAMILIES: dict[str, tuple[PolynomialNetwork, Reading]] = {
    "powers": (PolynomialNetwork((3, 2, 4, 2), (2, 3)), reading([3, 2, 4, 2], [[SQUARE] * 2, [CUBE] * 4])),
    "biases": (PolynomialNetwork((2, 3, 1), 2, biases=True), reading([2, 3, 1], [[SQUARE] * 3], True)),
    "one layer": (PolynomialNetwork((2, 3)), reading([2, 3], [])),
    "one layer with biases": (PolynomialNetwork((2, 3), biases=True), reading([2, 3], [], True)),
    "text": (
        PolynomialNetwork((2, 3, 3, 2), activations=("3x^2 - x + 2", "x^3 + x")),
        reading([2, 3, 3, 2], [[[2, -1, 3]] * 3, [[0, 1, 0, 1]] * 3]),
    ),
    "an activation per neuron": (
        PolynomialNetwork((2, 3, 2), activations=[["x^2", [5, 1], "x^3 - 2x"]], biases=True),
        reading([2, 3, 2], [[SQUARE, [5, 1], [0, -2, 0, 1]]], True),
    ),
    "linear": (PolynomialNetwork((2, 3, 2), 1), reading([2, 3, 2], [[[0, 1]] * 3])),
    "zeros": (
        PolynomialNetwork((3, 2, 2), 2, sparsity=(MASK, None)),
        reading([3, 2, 2], [[SQUARE] * 2], places=[SPARSE_PLACES, None]),
    ),
    "ties": (
        PolynomialNetwork((3, 2, 2), 3, biases=True, shared=(TOEPLITZ, [[0, 1], [1, 0]])),
        reading([3, 2, 2], [[CUBE] * 2], True, [TOEPLITZ, [[0, 1], [1, 0]]]),
    ),
    "zeros and ties": (
        PolynomialNetwork((3, 2, 1), 2, sparsity=(MASK, None), shared=([[1, 0, 0], [0, 0, 1]], None)),
        reading([3, 2, 1], [[SQUARE] * 2], places=[[[1, 0, -1], [-1, -1, 1]], None]),
    ),
    "homogenized": (
        PolynomialNetwork((2, 2, 1), activations="3x^2", biases=True).homogenized(),
        reading([3, 3, 1], [[[0, 0, 3], [0, 0, 3], SQUARE]]),
    ),
}


@pytest.mark.parametrize("ring", RINGS)
@pytest.mark.parametrize("name", FAMILIES)
def test_networks_say_what_the_prose_says(name: str, ring: str) -> None:
    network, meaning = FAMILIES[name]
    assert agrees(network.law(), meaning, ring)
    assert agrees(Law.from_json(network.law().to_json()), meaning, ring)


WRONG = {
    "an activation after the last layer": ("powers", lambda W, b, x: (W[2] @ (W[1] @ (W[0] @ x) ** 2) ** 3) ** 2),
    "degrees in another order": ("powers", lambda W, b, x: W[2] @ (W[1] @ (W[0] @ x) ** 3) ** 2),
    "a bias added after the activation": ("biases", lambda W, b, x: W[1] @ ((W[0] @ x) ** 2 + b[0]) + b[1]),
    "no bias of the outputs": ("biases", lambda W, b, x: W[1] @ (W[0] @ x + b[0]) ** 2 + 0 * b[1]),
    "coefficients read backwards": (
        "text",
        lambda W, b, x: W[2] @ apply([0, 1, 0, 1], W[1] @ apply([3, -1, 2], W[0] @ x)),
    ),
    "a weight in another place": (
        "zeros",
        lambda W, b, x: W[1] @ (placed(W[0], [[0, -1, 1], [-1, -1, 2]]) @ x) ** 2,
    ),
    "weights numbered column by column": (
        "zeros and ties",
        lambda W, b, x: W[1] @ (placed(W[0], [[0, 1, -1], [-1, -1, 0]]) @ x) ** 2,
    ),
}


def placed(free: Any, places: list[list[int]]) -> Any:
    mask = [[int(k >= 0) for k in row] for row in places]
    return mask * free[[[max(k, 0) for k in row] for row in places]]


@pytest.mark.parametrize("name", WRONG)
def test_planted_wrong_networks_are_noticed(name: str) -> None:
    family, forward = WRONG[name]
    network, meaning = FAMILIES[family]

    def wrong(x: Any, **weights: Any) -> Any:
        layers = range(1, network.depth + 1)
        biases = [weights[f"b{i}"] for i in layers] if network.biases else []
        return forward([weights[f"W{i}"] for i in layers], biases, x)

    law = Law.trace(wrong, {"x": (network.widths[0],)}, network.parameters)
    assert law.shape == network.law().shape
    assert agrees(network.law(), meaning, "Z")
    assert not agrees(law, meaning, "Z")
