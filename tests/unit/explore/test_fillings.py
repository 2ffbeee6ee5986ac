from __future__ import annotations

import json
from typing import Any

import pytest

from algebra_tnn import checker
from algebra_tnn.explore import dimension, filling, sufficient_widths
from algebra_tnn.explore.fillings import filling_of
from algebra_tnn.models import PolynomialNetwork


@pytest.mark.parametrize(
    ("widths", "degrees", "biases", "ambient"),
    [
        ((2, 3, 3, 2, 1), 2, False, 9),
        ((2, 2, 1), 3, False, 4),
        ((2, 3, 3, 2), (3, 2), False, 14),
        ((2, 2, 1), 2, True, 6),
        ((3, 4), (), False, 12),
    ],
)
def test_networks_that_fill(widths: Any, degrees: Any, biases: bool, ambient: int) -> None:
    found = filling(widths, degrees, biases=biases)
    assert (found.status, found.lower, found.upper, found.ambient) == ("proved", ambient, ambient, ambient)
    assert found.certificate is not None and checker.check(found.certificate.to_json()).answer == "accepted"
    assert found.explanation.startswith(f"fills (proved): its dimension is {ambient}, that of the whole space\n")


@pytest.mark.parametrize(
    ("widths", "degrees", "biases", "value", "ambient"),
    [
        ((2, 2, 3), 2, False, 8, 9),
        ((3, 2, 1), 2, False, 5, 6),
        ((2, 2, 2, 1), 2, True, 10, 15),
        ((2, 1, 2, 1), 2, False, 2, 5),
    ],
)
def test_networks_that_do_not(widths: Any, degrees: Any, biases: bool, value: int, ambient: int) -> None:
    found = filling(widths, degrees, biases=biases)
    assert (found.status, found.lower, found.upper, found.ambient) == ("refuted", value, ambient - 1, ambient)
    assert found.certificate is not None and checker.check(found.certificate.to_json()).answer == "accepted"


def test_an_explanation() -> None:
    assert filling((2, 3, 3, 1, 1), 2).explanation.splitlines() == [
        "does not fill (proved): 5 ≤ dimension ≤ 8, and the whole space has 9",
        "  pnn 2,3,3,1,1 with t², in characteristic 0",
        "  ≥ 5 by a minor of the Jacobian at one point",
        "  ≤ 8 by overlap: (2,3,3,1) has dimension 5, what is after z3 has dimension 1, they share nothing: "
        "5 + 1 − 0 = 6",
        "    ≤ 5 by reachable-monomials: 5 monomials",
        "    ≤ 1 by parameter-count: 1 parameters",
        "  trusts no published theorem",
    ]


def test_bounds_that_are_not_tight_are_enough() -> None:
    """The dimension is 42, no argument shows that, and a count shows that it is less than 45."""
    network = PolynomialNetwork((3, 4, 10, 45, 1), 2)
    found = filling_of(network)
    assert (found.status, found.lower, found.ambient) == ("refuted", 42, 45)


def test_certificates_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "LIMIT_WORK", 10)
    fills, does_not = filling((2, 2, 1), 2), filling((2, 2, 3), 2)
    assert [(f.status, f.lower, f.upper, f.certificate) for f in (fills, does_not)] == [
        ("undecided", 0, 3, None),
        ("undecided", 0, 9, None),
    ]
    lines = does_not.explanation.splitlines()
    assert lines[0] == "whether it fills is undecided: 0 ≤ dimension ≤ 9, and the whole space has 9"
    assert lines[2] == "  ≤ 9 by the number of coefficients"
    assert any("over the checker's work limit" in line for line in lines[3:])


def test_the_object() -> None:
    found = filling((2, 2, 3), 2).to_dict()
    assert found.pop("explanation").startswith("does not fill (proved): 8 ≤ dimension ≤ 8, and the whole space has 9")
    assert json.loads(json.dumps(found)) == {
        "name": "pnn 2,2,3 with t²",
        "lower": 8,
        "upper": 8,
        "ambient": 9,
        "parameters": 10,
        "field": "Q",
        "status": "refuted",
        "trusts": [],
    }


def test_a_notebook_shows_it() -> None:
    assert ">fills (proved)" in filling((2, 2, 1), 2)._repr_html_()


def test_other_networks() -> None:
    with pytest.raises(ValueError, match="activations of several terms; filling is asked for powers"):
        filling_of(PolynomialNetwork((2, 2, 1), activations="x^2 + x"))
    with pytest.raises(ValueError, match="zero or tied; filling is asked for dense layers"):
        filling_of(PolynomialNetwork((2, 2, 1), 2, sparsity=[[[1, 0], [1, 1]], None]))
    assert filling_of(PolynomialNetwork((2, 2, 1), activations="3x^2")).status == "proved"


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((2, 1, 2, 3), (2, 3, 2, 1)),
        ((2, 1, 2, 6), (2, 3, 5, 8, 4, 2, 1)),
        ((3, 1, 2, 3), (3, 6, 4, 1)),
        ((2, 2, 3, 3), (2, 4, 6, 2)),
        ((1, 3, 2, 3), (1, 1, 1, 3)),
        ((3, 2, 1, 3), (3, 2, 2, 2)),
        ((4, 5, 2, 1), (4, 5)),
    ],
)
def test_sufficient_widths(numbers: tuple[int, int, int, int], expected: tuple[int, ...]) -> None:
    found = sufficient_widths(*numbers)
    assert found == expected
    assert filling(found, numbers[2]).status == "proved"


@pytest.mark.parametrize(("place", "name"), [(0, "inputs"), (1, "outputs"), (2, "degree"), (3, "layers")])
def test_numbers_that_are_not_positive(place: int, name: str) -> None:
    numbers = [2, 1, 2, 3]
    numbers[place] = 0
    with pytest.raises(ValueError, match=f"^{name} is 0; it is at least 1$"):
        sufficient_widths(*numbers)


def test_filling_and_dimension_agree() -> None:
    for widths in [(2, 3, 2, 3), (2, 3, 3, 3), (3, 3, 2), (3, 5, 1), (3, 6, 1)]:
        for degree in (2, 3):
            known = dimension(PolynomialNetwork(widths, degree))
            fills = known.lower == known.ambient
            assert filling(widths, degree).status == ("proved" if fills else "refuted"), (widths, degree)
