from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn.models import Equivalence, PolynomialNetwork, transformed
from algebra_tnn.models.weights import WeightedNetwork
from tests.unit.models.networks import drawn

JSON = {"network": {"widths": [2, 2, 1], "degrees": [2]}, "weights": {"W1": [[1, "1/2"], [0, 1]], "W2": [[3, -1]]}}


def test_from_json_and_back() -> None:
    found = WeightedNetwork.from_json(JSON)
    assert found.network == PolynomialNetwork((2, 2, 1), 2)
    assert found.weights == {"W1": ((1, Fraction(1, 2)), (0, 1)), "W2": ((3, -1),)}
    assert found.to_json() == JSON["weights"]
    listed = {**JSON, "weights": [[[1, "1/2"], [0, 1]], [[3, -1]]]}
    assert WeightedNetwork.from_json(listed) == found


def test_every_argument_of_the_network_is_read() -> None:
    value = {
        "network": {
            "widths": [2, 2, 1],
            "degrees": None,
            "activations": [["x^2", [0, 1, 1]]],
            "biases": True,
            "sparsity": [[[1, 0], [1, 1]], None],
            "shared": [None, [[0, 0]]],
        },
        "weights": {"W1": [1, 2, 3], "b1": [1, 2], "W2": [4], "b2": [0]},
    }
    found = WeightedNetwork.from_json(value)
    sparsity, shared = ([[1, 0], [1, 1]], None), (None, [[0, 0]])
    network = PolynomialNetwork((2, 2, 1), None, True, [["x^2", "x^2 + x"]], sparsity, shared)
    assert found.network == network
    assert network(([1, 1]), found.weights) == found.network([1, 1], value["weights"])


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"network": None}, "network is None; it is an object with the keys widths, degrees, biases"),
        ({"network": {"degrees": [2]}}, "network lacks the key 'widths'"),
        ({"network": {"widths": [2, 2, 1], "degree": 2}}, "network has the key 'degree'; its keys are widths"),
        ({"network": {"widths": [2], "degrees": []}}, "widths"),
        ({"network": {"widths": [2, 2, 1], "degrees": [2, 2]}}, "degrees"),
        ({"biases": 1}, "a network with weights has the key 'biases'; its keys are network, weights"),
        ({"weights": None}, "the weights are NoneType"),
        ({"weights": []}, "the weights are a list of length 0"),
        ({"weights": {"W1": [[1, 2], [3, 4]]}}, "the weights name W1; the names are W1, W2"),
        ({"weights": {**JSON["weights"], "b1": [1]}}, "the weights name W1, W2, b1"),
        ({"weights": {"W1": [[1, 2]], "W2": [[3, -1]]}}, "W1 has the shape [1, 2]; it is [2, 2]"),
        ({"weights": {"W1": [[1, 2], [3]], "W2": [[3, -1]]}}, "W1 is ragged"),
        ({"weights": {"W1": [[1, True], [3, 1]], "W2": [[3, -1]]}}, "a truth value"),
        ({"weights": {"W1": [[1, "x"], [3, 1]], "W2": [[3, -1]]}}, "'x'"),
        ({"weights": {"W1": [[1, 0.5], [3, 1]], "W2": [[3, -1]]}}, "the float 0.5"),
    ],
)
def test_what_is_no_network_with_weights(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        WeightedNetwork.from_json({**JSON, **changes})
    assert sentence in str(caught.value) and "\n" not in str(caught.value)


def test_a_missing_key() -> None:
    with pytest.raises(ValueError, match="lacks the key 'weights'"):
        WeightedNetwork.from_json({"network": JSON["network"]})
    with pytest.raises(TypeError, match="a network with weights is 3"):
        WeightedNetwork.from_json(3)


@pytest.mark.parametrize(
    ("network", "names"),
    [
        (PolynomialNetwork((2, 2, 2, 1), 2), "W1 W2 W3"),
        (PolynomialNetwork((2, 2, 2, 1), 2, biases=True), "W1 b1 W2 b2 W3 b3"),
        (PolynomialNetwork((2, 2, 2, 1), activations=["x^2 + 1", "x^2"], biases=True), "W1 b1 W2 W3 b3"),
        (PolynomialNetwork((2, 2, 2, 1), activations=["x^2", "x^2 + x"], biases=True), "W1 b1 W2 W3"),
        (PolynomialNetwork((2, 2, 1), 2, shared=[[[0, 1], [1, 0]], None]), "W2"),
        (PolynomialNetwork((2, 2, 1), 2, sparsity=[[[0, 1], [1, 0]], None]), "W1 W2"),
    ],
    ids=str,
)
def test_comparable_arrays(network: PolynomialNetwork, names: str) -> None:
    rng = random.Random(2)
    found = WeightedNetwork(network, drawn(network, rng))
    assert " ".join(found.comparable) == names
    #  equivalent weights have as many zeros in them
    weights = {name: _with_a_zero(value) for name, value in found.weights.items()}
    orders = [tuple(rng.sample(range(n), n)) for n in network.widths[1:-1]]
    by = Equivalence(tuple(orders), tuple(tuple(rng.choice([-2, 3]) for _ in order) for order in orders))
    if any(layer.groups for layer in network.connections):
        return
    moved = transformed(network, weights, by)
    for name in found.comparable:
        assert _zeros(moved[name]) == _zeros(weights[name]), name


def _with_a_zero(value: Any) -> Any:
    return (_with_a_zero(value[0]), *value[1:]) if isinstance(value, tuple) else 0


def _zeros(value: Any) -> int:
    return sum(map(_zeros, value)) if isinstance(value, (list, tuple)) else int(value == 0)


def test_equivalence() -> None:
    first = WeightedNetwork.from_json(JSON)
    second = WeightedNetwork(first.network, [[[0, 2], [1, "1/2"]], [["-1/4", 3]]])
    assert first.equivalence(second) == Equivalence(((1, 0),), ((1, 2),))
    assert first.equivalence(WeightedNetwork(first.network, [[[0, 2], [1, "1/2"]], [[1, 3]]])) is None


@pytest.mark.parametrize(
    ("other", "weights", "sentence"),
    [
        (PolynomialNetwork((2, 2, 1), 3), [[[1, 2], [3, 4]], [[1, 1]]], "pnn 2,2,1 with t² and the second pnn 2,2,1"),
        (
            PolynomialNetwork((2, 2, 1), 2, sparsity=[[[1, 1], [1, 0]], None]),
            [[1, 2, 3], [[1, 1]]],
            "the second pnn 2,2,1 with t², sparse W1 (3 weights)",
        ),
    ],
)
def test_networks_that_are_not_the_same(other: PolynomialNetwork, weights: Any, sentence: str) -> None:
    with pytest.raises(ValueError) as caught:
        WeightedNetwork.from_json(JSON).equivalence(WeightedNetwork(other, weights))
    assert sentence in str(caught.value)


def test_patterns_of_zeros_are_told_apart() -> None:
    one, two = (
        WeightedNetwork(PolynomialNetwork((2, 2, 1), 2, sparsity=[pattern, None]), [[1, 2, 3], [[1, 1]]])
        for pattern in ([[1, 1], [1, 0]], [[1, 1], [0, 1]])
    )
    with pytest.raises(ValueError, match=r"sparsity \(\(\(1, 1\), \(1, 0\)\).*sparsity \(\(\(1, 1\), \(0, 1\)\)"):
        one.equivalence(two)
