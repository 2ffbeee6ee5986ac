from __future__ import annotations

import json
from itertools import product
from random import Random

import pytest

from algebra_tnn import checker
from algebra_tnn.explore import threshold, thresholds
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.provers.dimensions import generic_rank

Widths = tuple[int, ...]

#  widths, and the degrees from which the dimension is that of free parameters, and the expected one
TABLE: list[tuple[Widths, int, int]] = [
    ((2, 2, 1), 3, 2),
    ((2, 3, 1), 5, 2),
    ((2, 4, 1), 7, 2),
    ((3, 3, 1), 3, 2),
    ((3, 4, 1), 4, 2),
    ((3, 5, 1), 5, 5),
    ((2, 3, 2), 4, 2),
    ((2, 4, 2), 5, 2),
    ((2, 5, 2), 7, 2),
    ((2, 3, 2, 1), 4, 4),
    ((2, 2, 3, 1), 5, 5),
    ((2, 3, 3, 1), 4, 2),
    ((3, 2, 3, 1), 5, 5),
]


@pytest.fixture(autouse=True)
def forgetful() -> None:
    """Nothing that was proved for one test is known to another."""
    thresholds._block_threshold.cache_clear()


@pytest.mark.parametrize(
    ("widths", "free_from", "expected_from"),
    [pytest.param(*case, marks=[pytest.mark.slow] * (sum(case[0]) > 7), id=str(case[0])) for case in TABLE],
)
def test_the_table(widths: Widths, free_from: int, expected_from: int) -> None:
    found = threshold(widths)
    assert (found.free_from, found.expected_from) == (free_from, expected_from)
    assert (found.status, found.is_for_all, found.trusts) == ("proved", True, ())
    for degree, known in found.tested:
        assert (known.lower == found.free_parameters) == (degree >= free_from)
        if degree < free_from:
            assert known.upper < found.free_parameters


def free_at(widths: Widths, degree: int, biases: bool) -> bool:
    """Whether the rank at a random point is the number of parameters minus that of hidden neurons."""
    network = PolynomialNetwork(widths, degree, biases)
    return generic_rank(network.law()) == network.parameter_count - sum(widths[1:-1])


@pytest.mark.parametrize("biases", [False, True])
def test_two_layers_do_not_fall_back(biases: bool) -> None:
    for widths in product((1, 2, 3), (1, 2, 3), (1, 2)):
        reached = [free_at(widths, degree, biases) for degree in range(2, 9)]
        assert reached == sorted(reached), widths
        if widths[0] > 1 or widths[1] == 1 or biases:
            enough = 2 * widths[1] + 1 if biases else max(2, 2 * widths[1] - 1)
            assert reached[enough - 2], widths


@pytest.mark.parametrize("biases", [False, True])
def test_degrees_above_those_of_the_blocks(biases: bool) -> None:
    draw = Random(1)
    for _ in range(6):
        widths = tuple(draw.randint(2 - biases, 3) for _ in range(draw.randint(4, 5)))
        start = thresholds.all_degrees(widths, biases, lambda text: None).free_from
        assert start is not None
        assert all(free_at(widths, degree, biases) for degree in (start, start + 1, start + 3)), widths


def test_no_degree_is_enough() -> None:
    found = threshold((2, 1, 2, 1))
    assert (found.free_from, found.expected_from, found.status) == (None, None, "proved")
    assert [(degree, known.lower, known.upper) for degree, known in found.tested] == [(r, 2, 2) for r in range(2, 9)]
    assert found.beyond.never and found.beyond.reason.startswith("layer 1 of width 1 before layer 2 of width 2, ")
    assert found.explanation.startswith(
        "the dimension is less than 3 free parameters at each degree (proved for all degrees from 2 on)\n"
    )
    assert "the expected dimension, min(ambient, 3): not for large degrees" in found.explanation


def test_widths_behind_which_no_degree_is_enough() -> None:
    """Whatever lies between them, and behind."""
    for widths in [(1, 2, 1), (2, 1, 2, 1), (3, 2, 1, 3, 2), (1, 1, 2, 2), (2, 1, 1, 2, 1)]:
        assert thresholds.all_degrees(widths, False, lambda text: None).never
        assert not any(free_at(widths, degree, False) for degree in (2, 3, 7))
    for widths in [(1, 1, 2), (2, 1, 1), (3, 2, 1, 2), (2, 1)]:
        assert not thresholds.all_degrees(widths, False, lambda text: None).never


def test_one_input() -> None:
    """All coefficients, but not all parameters, at each degree."""
    found = threshold((1, 2, 3), degrees=range(2, 4))
    assert (found.free_from, found.expected_from, found.status) == (None, 2, "proved")


@pytest.mark.parametrize(("widths", "degree"), [((2, 2, 1), 3), ((2, 2, 2, 1), 3), ((1, 2, 1), 4), ((2, 1, 2, 1), 4)])
def test_biases(widths: Widths, degree: int) -> None:
    found = threshold(widths, biases=True)
    assert (found.free_from, found.status, found.trusts) == (degree, "proved", ())


def test_no_hidden_layer() -> None:
    found = threshold((3, 2))
    assert (found.free_from, found.expected_from, found.status) == (2, 2, "proved")
    assert found.beyond.reason == "there is no activation"


def test_degrees_that_end_too_early() -> None:
    """What is found then is said of these degrees, and not of others."""
    found = threshold((3, 2, 3, 1), degrees=range(2, 4))
    assert (found.free_from, found.expected_from, found.is_for_all, found.status) == (None, None, False, "undecided")
    lines = found.explanation.splitlines()
    assert lines[0] == "the dimension is less than 10 free parameters at degree 3 (proved for the degrees 2 to 3)"
    assert lines[-2].startswith("  larger degrees: it is so from degree 5 on, since it is for the blocks ")


def test_degrees_that_end_just_in_time() -> None:
    found = threshold((3, 2, 3, 1), degrees=range(3, 5))
    assert (found.free_from, found.expected_from, found.is_for_all, found.status) == (5, 5, True, "proved")


def test_bounds_that_do_not_meet(monkeypatch: pytest.MonkeyPatch) -> None:
    """A threshold is proved if the degree before it is proved to be too small, whatever is undecided elsewhere."""
    real = thresholds.dimension

    def first_undecided(network: PolynomialNetwork, **options: str) -> object:
        return real(network, **{**options, "prove": "lower"} if network.degrees[0] in undecided else options)

    monkeypatch.setattr(thresholds, "dimension", first_undecided)
    undecided = {2}
    assert threshold((2, 2, 1)).status == "undecided"
    assert "(not all is proved for all degrees from 2 on)" in threshold((2, 2, 1)).explanation
    assert threshold((3, 2, 3, 1)).status == "proved"
    undecided = {4}
    found = threshold((3, 2, 3, 1))
    assert (found.free_from, found.status) == (5, "undecided")
    assert "  9 to 15        10" in found.explanation


def test_certificates_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "LIMIT_WORK", 10)
    found = threshold((2, 2, 1), degrees=range(2, 4))
    assert (found.free_from, found.status, found.beyond.free_from, found.beyond.never) == (
        None,
        "undecided",
        None,
        False,
    )
    assert found.beyond.reason == "nothing is proved: a certificate for the block (2,2,1) is over the checker's limit"


def test_what_is_undecided_is_not_denied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "LIMIT_WORK", 10)
    lines = threshold((2, 2, 1), degrees=range(2, 4)).explanation.splitlines()
    assert lines[0] == (
        "whether the dimension is that of 4 free parameters is undecided at degree 3 "
        "(not all is proved for the degrees 2 to 3)"
    )
    assert lines[2] == "  the expected dimension, min(ambient, 4): undecided at degree 3"


def test_an_explanation() -> None:
    assert threshold((2, 3, 2, 1)).explanation.splitlines() == [
        "the dimension is that of 9 free parameters from degree 4 on (proved for all degrees from 2 on)",
        "  pnn 2,3,2,1 with t^r, in characteristic 0",
        "  the expected dimension, min(ambient, 9): from degree 4 on",
        "  degree  dimension  expected  ambient",
        "       2          5         5        5",
        "       3          8         9       10",
        "       4          9         9       17",
        "  larger degrees: it is so from degree 4 on, since it is for the blocks (2,3,2) from 4 on, (2,2,1) from 3 on",
        "  trusts no published theorem",
    ]
    assert "pnn 2,2,1 with t^r and biases" in threshold((2, 2, 1), biases=True).explanation


def test_the_object() -> None:
    found = threshold((2, 2, 1)).to_dict()
    assert found.pop("explanation").startswith("the dimension is that of 4 free parameters from degree 3 on")
    assert json.loads(json.dumps(found)) == {
        "widths": [2, 2, 1],
        "biases": False,
        "free_parameters": 4,
        "free_from": 3,
        "expected_from": 2,
        "tested": [
            {"degree": 2, "lower": 3, "upper": 3, "expected": 3, "ambient": 3},
            {"degree": 3, "lower": 4, "upper": 4, "expected": 4, "ambient": 4},
        ],
        "all_degrees": {
            "free_from": 3,
            "never": False,
            "reason": "it remains so, since it is so for two layers at degree 3",
        },
        "is_for_all": True,
        "status": "proved",
        "field": "Q",
        "trusts": [],
    }


def test_reports() -> None:
    said: list[str] = []
    threshold((2, 2, 2, 1), report=said.append)
    assert said == ["block (2,2,2)", "block (2,2,1)", "degree 2 of 2 to 3", "degree 3 of 2 to 3"]


@pytest.mark.parametrize("degrees", [range(2, 2), range(1, 4), range(2, 9, 2)])
def test_degrees_that_are_not_consecutive(degrees: range) -> None:
    with pytest.raises(ValueError, match="they are consecutive and begin at 2 or later"):
        threshold((2, 2, 1), degrees=degrees)


def test_no_network() -> None:
    with pytest.raises(ValueError, match="at least two widths"):
        threshold((2,))
    with pytest.raises(ValueError, match=r"widths\[1\] is 0"):
        threshold((2, 0, 1))
