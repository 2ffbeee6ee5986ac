from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn import checker
from algebra_tnn.claims import DimensionBetween
from algebra_tnn.laws import Law
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.provers.dimensions import generic_rank, plans
from algebra_tnn.provers.dimensions.completed_powers import with_completed_powers
from algebra_tnn.verification import verify


def network(*widths: int, activation: Any, biases: bool = True) -> Law:
    return PolynomialNetwork(widths, activations=activation, biases=biases).law()


@pytest.mark.parametrize("widths", [(1, 1, 2, 1), (2, 3, 2, 1)])
def test_squares_are_completed(widths: tuple[int, ...]) -> None:
    """Where neither counts nor the known fields meet the dimension, the network of squares with biases does."""
    law = network(*widths, activation="x^2+x")
    plan = plans(law)[0]
    assert plan.bound == generic_rank(law) and "powers are completed" in plan.remark
    assert checker.check(plan.certificate().to_json()).answer == "accepted"


def test_a_claim_about_both_bounds() -> None:
    law = network(1, 1, 2, 1, activation="x^2+x")
    assert verify(DimensionBetween(law, 4, 4)).status == "proved"


def test_the_substitution() -> None:
    """t² + t = (t + 1/2)² − 1/4."""
    found = with_completed_powers(network(2, 2, 1, activation="x^2+x"))
    assert found is not None
    law, substitution = found
    assert ["h1", ["apply", [0, 0, 1], "z1"]] in law.to_json()["let"]
    half, quarter = ["constant", ["1/2"] * 2], ["constant", ["-1/4"] * 2]
    assert substitution["parameters"]["b1"] == ["+", "b1", half]
    assert substitution["parameters"]["b2"] == ["+", "b2", ["einsum", "ij,j->i", "W2", quarter]]
    assert substitution["parameters"]["W1"] == "W1"


def test_a_shift_of_both_kinds() -> None:
    found = with_completed_powers(network(1, 2, 2, 1, activation="2*x^2+4*x"))
    assert found is not None
    assert len(found[1]["parameters"]["b2"]) == 4  # the bias, what it takes from the layer below, and its own shift


@pytest.mark.parametrize(
    "law",
    [
        network(2, 2, 1, activation="x^2"),
        network(2, 2, 1, activation="x^3+x"),
        network(2, 2, 1, activation="x^2+x", biases=False),
        PolynomialNetwork((2, 2, 1), activations=[["x^2+x", "x^2"]], biases=True).law(),
        network(4, 4, 4, 4, 4, 1, activation="x^2+x"),  # too many terms to multiply out
    ],
)
def test_laws_that_are_left_alone(law: Law) -> None:
    assert with_completed_powers(law) is None


def test_a_bias_that_is_used_elsewhere() -> None:
    """The pattern is there, but the bias of both layers is one, and cannot take two shifts."""
    raw = network(2, 2, 2, activation="x^2+x").to_json()
    raw["output"] = ["+", raw["output"][1], "b1"]
    raw["parameters"].pop("b2")
    assert with_completed_powers(Law.from_json(raw)) is None
