from __future__ import annotations

import random
from typing import Any

import pytest

from algebra_tnn import C, Field, Q
from algebra_tnn.explore.weights import Determination, determination
from algebra_tnn.models import PolynomialNetwork, equivalence
from algebra_tnn.models.weights import WeightedNetwork
from tests.unit.models.networks import drawn


def asked(network: PolynomialNetwork, weights: Any = None, field: Field = Q) -> Determination:
    given = drawn(network, random.Random(5)) if weights is None else weights
    return determination(WeightedNetwork(network, given), field)


@pytest.mark.parametrize(
    ("network", "rule"),
    [
        (PolynomialNetwork((3, 2, 2), 2), "kruskal"),
        (PolynomialNetwork((3, 2, 2), 2, biases=True), "kruskal"),
        (PolynomialNetwork((3, 2, 2), activations="2(x + 1)^3 - 5", biases=True), "kruskal"),
        (PolynomialNetwork((3, 3, 1), 3), "kruskal"),
        (PolynomialNetwork((3, 3, 1), activations="-2x^3"), "kruskal"),
        (PolynomialNetwork((3, 1, 2), 1), "rank-one"),
        (PolynomialNetwork((3, 4, 4), 2), "compound"),
        (PolynomialNetwork((2, 3, 1), 60), "kruskal"),
        (PolynomialNetwork((1, 1, 1), 2, biases=True), "rank-one"),
        (PolynomialNetwork((3, 2, 2), activations="x^2 + x"), "kruskal"),
        (PolynomialNetwork((3, 2, 2), activations="x^3 + x", biases=True), "kruskal"),
        (PolynomialNetwork((3, 3, 1), activations="x^5 + x^4 + 1"), "kruskal"),
        (PolynomialNetwork((2, 3, 1), 7, biases=True), "kruskal"),
        (PolynomialNetwork((2, 2, 2), 2, shared=[[[0, 1], [1, 0]], None]), "kruskal"),
    ],
    ids=str,
)
def test_determined(network: PolynomialNetwork, rule: str) -> None:
    found = asked(network)
    assert (found.status, found.verdict is not None and found.verdict.rule) == ("proved", rule)
    assert found.other_weights is None and found.certificate is not None
    assert found.explanation.startswith("determined (proved)\n  ")
    assert found.to_dict()["extensions"]


def test_the_largest_number_of_binary_powers_that_is_unique() -> None:
    """Nine powers of degree 17 = 2·9 − 1, where the inequality is tight; with 15 it fails."""
    weights = [[[1, k] for k in range(9)], [list(range(1, 10))]]
    found = asked(PolynomialNetwork((2, 9, 1), 17), weights)
    assert found.status == "proved" and found.verdict is not None
    assert (found.verdict.rule, found.verdict.trusts) == ("kruskal", ("SidiropoulosBro2000",))
    assert asked(PolynomialNetwork((2, 9, 1), 15), weights).status == "undecided"


def test_the_constant_term_does_not_matter() -> None:
    weights = [[[1, 2], [3, 1]], [1, 2], [[1, 2], [3, 4]]]
    network = PolynomialNetwork((2, 2, 2), activations="(x + 1)^3 - 1", biases=True)
    for last in ([3, 7], [0, 0], [5, 1]):  # of [3, 7] the centred one is 0
        assert asked(network, [*weights, last]).status == "proved"


REDUNDANT: list[tuple[PolynomialNetwork, Any]] = [
    (PolynomialNetwork((3, 3, 2), 2), [[[1, 2, 3], [0, 1, 4], [1, 2, 3]], [[1, 2, 5], [3, 4, 1]]]),
    (PolynomialNetwork((3, 3, 2), 2), [[[1, 2, 3], [0, 1, 4], [0, 0, 0]], [[1, 2, 5], [3, 4, 1]]]),
    (PolynomialNetwork((2, 4, 1), 3), [[[1, 0], [0, 1], [1, 1], [2, 2]], [[1, 2, 3, 4]]]),
    (PolynomialNetwork((2, 2, 2, 1), (2, 3)), [[[1, 2], [2, 1]], [[1, 2], [0, 0]], [[1, 1]]]),
    (PolynomialNetwork((3, 2, 1), 2), None),
    (PolynomialNetwork((2, 2, 1), 2, biases=True), None),
    (PolynomialNetwork((2, 3, 1), 3), None),
    (PolynomialNetwork((3, 2, 3), 1), None),
]


@pytest.mark.parametrize(("network", "weights"), REDUNDANT, ids=str)
def test_not_determined(network: PolynomialNetwork, weights: Any) -> None:
    given = drawn(network, random.Random(5)) if weights is None else weights
    found = asked(network, given)
    assert found.status == "refuted" and found.other_weights is not None
    assert network.coefficients(given) == network.coefficients(found.other_weights)
    assert equivalence(network, given, found.other_weights) is None
    assert found.explanation.startswith("not determined (refuted)\n  ")
    assert WeightedNetwork(network, found.to_dict()["other_weights"]).weights != WeightedNetwork(network, given).weights


SEVEN = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [1, 1, 1, 1], [1, 2, 3, 5], [1, -1, 2, 7]]


def test_another_decomposition() -> None:
    """Seven quadratic neurons with four inputs: the eighth point of seven in the Veronese variety."""
    network = PolynomialNetwork((4, 7, 7), 2)
    given = [SEVEN, [[int(i == j) for j in range(7)] for i in range(7)]]
    found = asked(network, given)
    assert found.status == "refuted" and found.certificate is not None and found.other_weights is not None
    assert "another decomposition into terms of neurons" in found.certificate.remark
    assert network.coefficients(given) == network.coefficients(found.other_weights)


def test_another_decomposition_with_biases() -> None:
    """The same with one of the points at infinity as the constant, and σ = 3 (t + 1)² − 2."""
    network = PolynomialNetwork((3, 6, 7), activations="3(x + 1)^2 - 2", biases=True)
    others = [row for row in SEVEN if row != [0, 0, 0, 1]]
    outer = [[int(i == j) for j in range(6)] for i in range(7)]
    given = [[row[:3] for row in others], [row[3] - 1 for row in others], outer, [1, 2, 3, 4, 5, 6, 7]]
    found = asked(network, given)
    assert found.status == "refuted" and found.other_weights is not None
    assert network.coefficients(given) == network.coefficients(found.other_weights)
    assert equivalence(network, given, found.other_weights) is None


@pytest.mark.parametrize(
    ("network", "reason"),
    [
        (PolynomialNetwork((2, 3, 3, 1), 3), "there are 2 hidden layers"),
        (PolynomialNetwork((3, 2, 2), activations="x^2 + 1"), "the activation leaves scalings open"),
        (PolynomialNetwork((3, 2, 2), activations=[["x^2", "x^3"]]), "the neurons have different activations"),
        (PolynomialNetwork((3, 2, 2), activations=[["x^2", "2x^2"]]), "the neurons have different activations"),
    ],
    ids=str,
)
def test_undecided(network: PolynomialNetwork, reason: str) -> None:
    found = asked(network)
    assert (found.status, found.verdict, found.certificate) == ("undecided", None, None)
    assert reason in found.attempts[-1].reason and reason in found.explanation
    assert found.to_dict()["rule"] is None


def test_the_field() -> None:
    found = asked(PolynomialNetwork((3, 2, 2), 2), field=C)
    assert found.to_dict()["field"] == "C" and "over C" in found.explanation
    with pytest.raises(ValueError, match=r"the field is GF\(3\)"):
        asked(PolynomialNetwork((3, 2, 2), 2), field=Field.named("GF(3)"))


def test_without_hidden_layers() -> None:
    with pytest.raises(ValueError, match="no hidden layer"):
        asked(PolynomialNetwork((3, 2)))
