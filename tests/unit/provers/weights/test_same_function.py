from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn import checker, provers
from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import NotDetermined, negations
from algebra_tnn.laws.arrays import Array
from algebra_tnn.models import Equivalence, PolynomialNetwork, equivalence, transformed
from algebra_tnn.models.weights import WeightedNetwork
from algebra_tnn.provers.weights.same_function import cross_ratios, other_weights
from algebra_tnn.provers.weights.searches import searches
from tests.unit.models.networks import drawn

Weights = Any
KINDS = (
    "idle neuron",
    "dependent features",
    "quadratic pair",
    "linear neurons",
    "other features",
    "binary forms",
    "other layers",
)


def claim_of(network: PolynomialNetwork, weights: Weights) -> NotDetermined:
    given = WeightedNetwork(network, weights)
    return NotDetermined(network.law(), given.weights, given.comparable)


def found_by(network: PolynomialNetwork, weights: Weights, kind: str) -> dict[str, Any] | None:
    """The other weights that one search finds, after a look at them; None if it falls short."""
    result = searches(network)[KINDS.index(kind)](claim_of(network, weights))
    if isinstance(result, Shortfall):
        assert result.rule == f"other-weights ({kind})"
        return None
    assert checker.check(result.to_json()).answer == "accepted"
    others: dict[str, Any] = result.evidence["point"]
    assert network.coefficients(others) == network.coefficients(weights)
    assert equivalence(network, weights, others) is None
    return others


# ------------------------------------------------------------------------------------------------- given weights


def test_given_weights() -> None:
    network = PolynomialNetwork((2, 2, 2, 2), 2)
    eye, hadamard = [[1, 0], [0, 1]], [[1, 1], [1, -1]]
    half = Fraction(1, 2)
    result = other_weights({"W1": hadamard, "W2": [[half, half], [half, -half]], "W3": [[1, 0], [1, -1]]})(
        claim_of(network, [eye, hadamard, eye])
    )
    assert isinstance(result, Certificate)
    assert result.remark == "weights that are given; W1 has 2 zeros, and 0 there"
    assert checker.check(result.to_json()).conclusion == checker.Conclusion(True)


@pytest.mark.parametrize(
    ("others", "reason"),
    [
        ([[[1, 2], [3, 0]], [[1, 1]]], "the function is another one"),
        ([[[3, 1], [2, 4]], [[1, "1/4"]]], "the zeros and cross ratios of W1, W2 show no difference"),
    ],
)
def test_weights_that_are_no_others(others: Any, reason: str) -> None:
    network = PolynomialNetwork((2, 2, 1), 2)
    result = other_weights(network.named(others))(claim_of(network, [[[1, 2], [3, 1]], [[1, 1]]]))
    assert isinstance(result, Shortfall) and reason in result.reason


def test_functions_that_agree_at_the_point_where_they_are_compared_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("algebra_tnn.provers.weights.same_function._agree_somewhere", lambda *_: True)
    network = PolynomialNetwork((2, 2, 1), 2)
    result = other_weights(network.named([[[1, 2], [3, 0]], [[1, 1]]]))(claim_of(network, [[[1, 2], [3, 1]], [[1, 1]]]))
    assert result == Shortfall("other-weights", "the function is another one")


def test_functions_that_are_too_long() -> None:
    """Proportional neurons, and more monomials than are multiplied out."""
    network, row = PolynomialNetwork((30, 2, 1), 40), [1] * 30
    result = other_weights({"W1": [row, row], "W2": [[2, 0]]})(claim_of(network, [[row, row], [[1, 1]]]))
    assert isinstance(result, Shortfall) and "above the budget" in result.reason


def test_no_arrays_count() -> None:
    network = PolynomialNetwork((1, 2, 1), 2)
    claim = NotDetermined(network.law(), {"W1": ((1,), (1,)), "W2": ((1, 1),)}, ())
    result = other_weights({"W1": [[1], [1]], "W2": [[2, 0]]})(claim)
    assert isinstance(result, Shortfall) and "no arrays" in result.reason


@pytest.mark.parametrize(
    "network",
    [
        PolynomialNetwork((3, 3, 2), 2),
        PolynomialNetwork((2, 3, 3, 2), (2, 3)),
        PolynomialNetwork((2, 3, 2), 2, biases=True),
        PolynomialNetwork((2, 3, 2), activations="2(x + 1)^3 - 5", biases=True),
    ],
    ids=str,
)
def test_equivalent_weights_are_never_others(network: PolynomialNetwork) -> None:
    rng = random.Random(8)
    for _ in range(4):
        weights = drawn(network, rng)
        orders = tuple(tuple(rng.sample(range(n), n)) for n in network.widths[1:-1])
        scalings = tuple(
            tuple(Fraction(rng.choice([-3, -1, 2]), rng.choice([1, 2])) for _ in order) for order in orders
        )
        moved = transformed(network, weights, Equivalence(orders, scalings))
        result = other_weights(moved)(claim_of(network, weights))
        assert isinstance(result, Shortfall) and "show no difference" in result.reason


def test_cross_ratios() -> None:
    matrix = Array.of([[1, 2, 0], [3, 4, 5]])
    assert cross_ratios(matrix) == {Fraction(2, 3): 1, Fraction(3, 2): 1, 1: 2, 0: 2}
    assert cross_ratios(Array.of([1, 2, 3])) == {}
    assert cross_ratios(Array.of([[[1, 2], [3, 4]]])) == {}


def test_the_table_of_contents() -> None:
    claim = claim_of(PolynomialNetwork((1, 1, 1), 2), [[[1]], [[1]]])
    assert provers.provers_of(claim) == () == negations(claim)


# ------------------------------------------------------------------------------------------------------ searches


@pytest.mark.parametrize(
    ("network", "weights"),
    [
        (PolynomialNetwork((3, 3, 2), 2), [[[1, 2, 3], [0, 1, 4], [2, 4, 7]], [[1, 2, 0], [3, 4, 0]]]),
        (PolynomialNetwork((3, 3, 2), 2), [[[1, 2, 3], [0, 1, 4], [0, 0, 0]], [[1, 2, 0], [3, 4, 0]]]),
        (PolynomialNetwork((2, 2, 2, 1), (2, 3)), [[[1, 2], [2, 1]], [[1, 2], [0, 0]], [[1, 1]]]),
        (PolynomialNetwork((2, 2, 2, 1), (2, 3)), [[[1, 2], [2, 1]], [[1, 0], [1, 0]], [[1, 2]]]),
        (
            PolynomialNetwork((2, 2, 1), activations="x^2 + x", biases=True),
            [[[1, 2], [2, 1]], [1, 1], [[1, 0]], [0]],
        ),
        (PolynomialNetwork((2, 2, 1), 2, sparsity=[[[1, 0], [1, 1]], None]), [[0, 2, 1], [[0, 3]]]),
    ],
    ids=str,
)
def test_idle_neurons(network: PolynomialNetwork, weights: Any) -> None:
    assert found_by(network, weights, "idle neuron") is not None


@pytest.mark.parametrize(
    ("network", "weights"),
    [
        (PolynomialNetwork((3, 3, 2), 2), [[[1, 2, 3], [0, 1, 4], [2, 4, 6]], [[1, 2, 5], [3, 4, 1]]]),
        (PolynomialNetwork((2, 5, 1), 3), [[[1, 0], [0, 1], [1, 1], [1, 2], [1, 3]], [[1, 2, 3, 4, 5]]]),
        (PolynomialNetwork((2, 2, 3, 1), (2, 3)), [[[1, 2], [2, 1]], [[1, 2], [2, 5], [3, 6]], [[1, 1, 1]]]),
        (  # a row of zeros gives a constant
            PolynomialNetwork((2, 2, 1), activations="x^3 + x", biases=True),
            [[[1, 2], [0, 0]], [1, 1], [[1, 5]], [0]],
        ),
        (  # (x + 1)² − x² − 2x − 1 = 0
            PolynomialNetwork((1, 3, 1), activations=[["x^2", "x^2", "x"]], biases=True),
            [[[1], [1], [1]], [1, 0, 0], [[2, 3, 5]], [0]],
        ),
        (
            PolynomialNetwork((2, 3, 2), 2, sparsity=[None, [[1, 1, 0], [0, 1, 1]]]),
            [[[1, 2], [2, 4], [0, 1]], [1, 3, 5, 7]],
        ),
    ],
    ids=str,
)
def test_dependent_features(network: PolynomialNetwork, weights: Any) -> None:
    assert found_by(network, weights, "dependent features") is not None
    assert found_by(network, drawn(network, random.Random(1)), "idle neuron") is None


@pytest.mark.parametrize(
    ("network", "weights"),
    [
        (PolynomialNetwork((3, 2, 1), 2), [[[1, 2, 3], [0, 1, 4]], [[1, 2]]]),
        (PolynomialNetwork((2, 2, 1), 2), [[[1, 2], [3, 1]], [[1, -1]]]),
        (PolynomialNetwork((2, 3, 2), 2), [[[1, 2], [3, 1], [1, 0]], [[1, 2, 5], [2, 4, 1]]]),
        (PolynomialNetwork((2, 2, 2, 1), 2), [[[1, 2], [2, 1]], [[1, 2], [3, 4]], [[1, 1]]]),
        (PolynomialNetwork((3, 2, 1), 2, biases=True), [[[1, 2, 3], [2, 1, 4]], [1, 1], [[1, 2]], [4]]),
        (
            PolynomialNetwork((3, 2, 2), activations=[["x^2 + x", "3x^2 + 1"]], biases=True),
            [[[1, 2, 3], [2, 1, 4]], [1, 1], [[1, 2], [2, 4]], [4, 5]],
        ),
    ],
    ids=str,
)
def test_quadratic_pairs(network: PolynomialNetwork, weights: Any) -> None:
    assert found_by(network, weights, "quadratic pair") is not None


@pytest.mark.parametrize(
    ("network", "weights"),
    [
        (PolynomialNetwork((3, 2, 2), 2), [[[1, 2, 3], [0, 1, 4]], [[1, 2], [3, 4]]]),  # no fixed proportion
        (PolynomialNetwork((3, 2, 2), 2), [[[1, 2, 3], [0, 1, 4]], [[1, 0], [3, 0]]]),
        (PolynomialNetwork((3, 2, 1), activations="x^2 + x"), [[[1, 2, 3], [0, 1, 4]], [[1, 2]]]),  # without biases
        (PolynomialNetwork((3, 2, 1), 4), [[[1, 2, 3], [0, 1, 4]], [[1, 2]]]),
    ],
    ids=str,
)
def test_no_quadratic_pair(network: PolynomialNetwork, weights: Any) -> None:
    assert found_by(network, weights, "quadratic pair") is None


@pytest.mark.parametrize(
    ("network", "weights"),
    [
        (PolynomialNetwork((3, 2, 2), 1), [[[1, 2, 3], [2, 1, 4]], [[1, 2], [3, 4]]]),
        (
            PolynomialNetwork((2, 3, 2), activations=[["2x + 3", "x^2", "x/2 - 1"]], biases=True),
            [[[1, 2], [2, 1], [1, 3]], [1, 2, 3], [[1, 2, 3], [3, 4, 1]], [1, 1]],
        ),
    ],
    ids=str,
)
def test_linear_neurons(network: PolynomialNetwork, weights: Any) -> None:
    assert found_by(network, weights, "linear neurons") is not None


@pytest.mark.parametrize(
    ("network", "weights"),
    [
        (PolynomialNetwork((2, 4, 1), 3), [[[1, 0], [0, 1], [1, 1], [1, 2]], [[1, 2, 3, 4]]]),
        (PolynomialNetwork((2, 3, 3), 2), [[[1, 2], [2, 1], [1, 1]], [[1, 2, 3], [2, 1, 1], [1, 0, 4]]]),
    ],
    ids=str,
)
def test_other_features(network: PolynomialNetwork, weights: Any) -> None:
    assert found_by(network, weights, "other features") is not None


@pytest.mark.parametrize(
    ("network", "weights"),
    [
        (PolynomialNetwork((2, 3, 1), 3), [[[1, 0], [0, 1], [1, 1]], [[1, 2, 3]]]),
        (PolynomialNetwork((3, 2, 3, 1), (2, 3)), [[[1, 2, 3], [0, 1, 1]], [[1, 0], [0, 1], [1, 1]], [[1, 2, 3]]]),
        (
            PolynomialNetwork((1, 3, 1), activations="2x^4", biases=True),
            [[[1], [2], [3]], [1, 2, -1], [[1, 2, 3]], [1]],
        ),
    ],
    ids=str,
)
def test_binary_forms(network: PolynomialNetwork, weights: Any) -> None:
    assert found_by(network, weights, "binary forms") is not None


@pytest.mark.parametrize(
    "weights",
    [
        [[[1, 0], [0, 1]], [[1, 1], [1, -1]], [[1, 0], [0, 1]]],
        [[[1, 1], [1, -1]], [[1, 1], [1, -1]], [[1, 2], [3, 4]]],
    ],
)
def test_other_layers(weights: Any) -> None:
    """((x² + y²)², (x² − y²)²) from squares of x and y, or of x + y and x − y."""
    assert found_by(PolynomialNetwork((2, 2, 2, 2), 2), weights, "other layers") is not None


def test_weights_that_nothing_replaces() -> None:
    for kind in KINDS:
        assert found_by(PolynomialNetwork((3, 2, 2), 2), [[[1, 2, 3], [0, 1, 4]], [[1, 2], [3, 4]]], kind) is None
        deep = [[[1, 1], [3, -1]], [[1, 1], [2, -1]], [[1, 2], [3, 4]]]
        assert found_by(PolynomialNetwork((2, 2, 2, 2), 2), deep, kind) is None


@pytest.mark.parametrize(("degree", "weight"), [(10_000, 2), (2, 10**4000)])
def test_values_that_are_too_long(degree: int, weight: int) -> None:
    network = PolynomialNetwork((1, 2, 2, 1), degree)
    claim = claim_of(network, [[[weight], [1]], [[1, weight], [1, 1]], [[1, 1]]])
    for search in searches(network):
        result = search(claim)
        assert isinstance(result, Shortfall) and "more than 20,000 bits" in result.reason


def test_why_a_search_falls_short() -> None:
    """A neuron that nothing can be seen of, ties that forbid what would follow, and a function that is too long."""
    network = PolynomialNetwork((1, 1, 1), 2, biases=True)
    claim = NotDetermined(network.law(), {"W1": [[1]], "b1": [1], "W2": [[0]], "b2": [0]}, ("b2",))
    reason = "change nothing where that was tried, but the zeros and cross ratios of b2 show no difference"
    assert reason in str(searches(network)[0](claim))
    tied = PolynomialNetwork((2, 2, 1), 2, shared=[None, [[0, 0]]])
    result = searches(tied)[1](claim_of(tied, [[[1, 2], [1, 2]], [3]]))
    assert (
        str(result).count("never dependent as functions of the inputs, as far as the zeros and ties of layers allow")
        == 1
    )
    long = PolynomialNetwork((30, 2, 1), 40)
    result = searches(long)[1](claim_of(long, [[[1] * 30, [1] * 30], [[1, 1]]]))
    assert "are dependent where that was tried, but the expansion may have" in str(result)
