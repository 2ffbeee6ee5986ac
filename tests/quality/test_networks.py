"""Hunts among networks: wrong statements are refuted, unaided, by the counterexamples that are known to be smallest."""

from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn import checker
from algebra_tnn.hunting import Counterexample
from algebra_tnn.hunting.named import architectures, named, observations, weights
from algebra_tnn.hunting.spaces.weights import IntegerWeights
from algebra_tnn.library import statements
from algebra_tnn.models import PolynomialNetwork

slow = pytest.mark.slow


def the_counterexample(name: str) -> Counterexample[Any]:
    """What a hunt finds, all of whose certificates are accepted when they are checked again."""
    found = named(name).run()
    [counterexample] = found.found
    assert counterexample.minimal.startswith("the smallest of all")
    assert counterexample.certificates
    for text in counterexample.certificates.values():
        assert checker.check(text).answer == "accepted"
    return counterexample


@pytest.mark.parametrize(
    ("name", "network"),
    [
        ("expected-parts", "pnn 2,2,2,1 with t³, t²"),
        ("one-law-per-neuron", "pnn 1,2,1 with t"),
        pytest.param("one-neuron-less", "pnn 2,2,2,1 with t², t³", marks=slow),
        pytest.param("identifiable-blocks", "pnn 2,3,3,1 with t³", marks=slow),  # G12
        pytest.param("finite-is-global", "pnn 4,7,7 with t²", marks=slow),  # finite and not global, G6
        pytest.param("unimodal-filling-widths", "pnn 2,3,4,5,4,6,4,1 with t²", marks=slow),  # D27
    ],
)
def test_an_architecture_is_found(name: str, network: str) -> None:
    assert str(the_counterexample(name).instance) == network


@pytest.mark.parametrize(
    ("predicate", "widths", "degrees", "status"),
    [
        (observations.as_large_as_its_parts_say, (2, 3, 7, 1), 5, "refuted"),
        (observations.as_large_as_its_parts_say, (2, 2, 2, 1), 2, "proved"),
        (observations.localized, (2, 3, 3, 1), (3, 4), "refuted"),
        (observations.localized, (4, 3, 2, 2), 2, "proved"),
        (architectures.is_no_minimal_filling, (2, 3, 3, 2, 1), 2, "refuted"),
        (architectures.is_no_minimal_filling, (2, 4, 3, 2, 1), 2, "proved"),
        (architectures.is_no_minimal_filling, (2, 3, 2, 2, 1), 2, "proved"),
        (architectures.widths_rise_and_fall_again, (2, 4, 3, 4, 1), 2, "proved"),
        (architectures.widths_rise_and_fall_again, (2, 3, 4, 4, 1), 2, "refuted"),
    ],
)
def test_what_a_hunt_asks_of_one_network(predicate: Any, widths: Any, degrees: Any, status: str) -> None:
    """What the longest hunts look for, and what they leave aside, at one network each."""
    assert predicate(PolynomialNetwork(widths, degrees)).status == status


def test_evidence_of_parts_names_them_and_keeps_all_certificates() -> None:
    found = observations.as_large_as_its_parts_say(PolynomialNetwork((2, 3, 7, 1), 5))
    assert len(found.certificates) == 3
    assert all(name in found.says for name in ("pnn 2,3,7,1 with t⁵", "pnn 2,3,7 with t⁵", "pnn 3,7,1 with t⁵"))


def test_three_rows_in_the_plane_are_found() -> None:
    found = the_counterexample("pairwise-independent-rows").instance
    assert isinstance(found, IntegerWeights)
    assert found.widths == (2, 3, 1)
    assert sum(abs(x) for rows in found.layers for row in rows for x in row) == 7


@slow
def test_blocks_that_determine_their_weights_are_found() -> None:
    """G13: the network with the outputs (x² + y²)² and (x² − y²)²."""
    found = the_counterexample("determined-blocks").instance
    functions = found.weighted.network.coefficients(found.weighted.weights)
    assert sorted(str(dict(sorted(f.items()))) for f in functions) == [
        "{(0, 4): 1, (2, 2): -2, (4, 0): 1}",
        "{(0, 4): 1, (2, 2): 2, (4, 0): 1}",
    ]


def test_every_hunt_belongs_to_a_statement() -> None:
    hunts = (*architectures.HUNTS, *observations.HUNTS, *weights.HUNTS)
    known = {statement.id for statement in statements()}
    assert {hunt.statement for hunt in hunts} <= known
    assert all(hunt.question.endswith("?") for hunt in hunts)
    assert len({hunt.name for hunt in hunts}) == len(hunts)
