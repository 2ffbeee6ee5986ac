from __future__ import annotations

import json
from itertools import product
from typing import Any

import pytest

from algebra_tnn import checker
from algebra_tnn.explore import filling_search, minimal_fillings
from algebra_tnn.explore.filling_search import effective_widths, predecessors
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.provers.dimensions import generic_rank

Widths = tuple[int, ...]


@pytest.fixture(autouse=True)
def forgetful() -> None:
    """Nothing that was proved for one test is known to another."""
    filling_search._filling.cache_clear()


def fills(widths: Widths, degree: int) -> bool:
    network = PolynomialNetwork(widths, degree)
    return generic_rank(network.law()) == network.ambient_dimension


@pytest.mark.parametrize(
    ("inputs", "outputs", "degree", "sizes"),
    [(2, 1, 2, (4, 6)), (2, 2, 2, (4, 6)), (2, 1, 3, (4, 5)), (3, 1, 2, (7, 5))],
)
def test_against_all_widths(inputs: int, outputs: int, degree: int, sizes: Widths) -> None:
    """Three layers of weights; also beyond the box that is searched."""
    box = [(inputs, *hidden, outputs) for hidden in product(*(range(1, n + 1) for n in sizes))]
    full = {w for w in box if fills(w, degree)}
    expected = {w for w in full if not full & set(predecessors(w))}
    found = minimal_fillings(inputs, outputs, degree, 3).borders[1]
    assert found.status == "proved"
    assert {x.widths for x in found.minimal} == expected
    for w in box:
        assert (w in full) == any(all(a >= b for a, b in zip(w, x.widths, strict=True)) for x in found.minimal)


def test_the_border_of_three_layers() -> None:
    (two, three) = minimal_fillings(2, 1, 2, 3).borders
    assert (two.layers, two.ambient, three.layers, three.ambient) == (2, 3, 3, 5)
    assert [y.widths for y in three.outside] == [(2, 3, 1, 1), (2, 1, 5, 1)]
    assert [y.filling.network.widths for y in three.outside if y.filling] == [(2, 3, 1, 1), (2, 1, 1, 1)]
    assert {y.status for y in three.outside} == {"refuted"}


@pytest.mark.parametrize(
    ("widths", "degree", "expected"),
    [
        ((2, 9, 9, 2), 2, (2, 3, 5, 2)),
        ((2, 2, 9, 9, 2), 2, (2, 2, 3, 6, 2)),
        ((2, 2, 9, 9, 1), 2, (2, 2, 3, 3, 1)),
        ((3, 9, 1), 2, (3, 3, 1)),
        ((3, 9, 1), 3, (3, 9, 1)),
        ((3, 4, 99, 2), 3, (3, 4, 20, 2)),
        ((1, 5, 5, 1), 2, (1, 1, 1, 1)),
        ((2, 5, 1), 1, (2, 2, 1)),
        ((2, 3), 2, (2, 3)),
    ],
)
def test_superfluous_neurons(widths: Widths, degree: int, expected: Widths) -> None:
    assert effective_widths(widths, degree) == expected
    ranks = [generic_rank(PolynomialNetwork(w, degree).law()) for w in (widths, expected)]
    assert ranks[0] == ranks[1]


def test_predecessors() -> None:
    assert predecessors((2, 3, 1, 2, 1)) == ((2, 2, 1, 2, 1), (2, 3, 1, 1, 1))
    assert predecessors((2, 1)) == ()


def test_widths_up_to_a_limit() -> None:
    found = minimal_fillings(2, 1, 3, 3, max_width=3)
    assert found.networks == ((2, 2, 1), (2, 3, 3, 1)) and found.status == "proved"
    assert "2 to 3 layers of weights, hidden widths up to 3, in characteristic 0" in found.explanation
    none = minimal_fillings(2, 1, 2, 2, max_width=1)
    assert none.networks == () and none.status == "proved"
    assert [y.widths for y in none.borders[0].outside] == [(2, 1, 1)]
    assert none.explanation.startswith("0 minimal filling networks (all proved, and there are no others)\n")


def test_linear_networks_and_one_input() -> None:
    assert minimal_fillings(2, 3, 1, 3).networks == ((2, 2, 3), (2, 2, 2, 3))
    assert minimal_fillings(1, 2, 2, 3).networks == ((1, 1, 2), (1, 1, 1, 2))


def test_no_time() -> None:
    found = minimal_fillings(2, 1, 2, 3, seconds=0)
    assert (found.networks, found.status) == ((), "undecided")
    assert [border.unexplored for border in found.borders] == [((2, 1, 1),), ((2, 1, 1, 1),)]
    assert found.explanation.splitlines()[0] == "0 minimal filling networks (not all is proved)"
    assert "  unexplored: (2,1,1,1), and larger widths" in found.explanation


def test_time_that_ends_before_the_proofs(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found is said, and not that it is minimal."""
    answers = iter([False, False, True, True])  # two steps of the search, then the proof about (2,1,1), twice
    monkeypatch.setattr(filling_search._Search, "is_over", lambda self: next(answers))
    (border,) = minimal_fillings(2, 1, 2, 2, seconds=5).borders
    (minimal,), (outside,) = border.minimal, border.outside
    assert (minimal.widths, minimal.filling.status, minimal.undecided) == ((2, 2, 1), "proved", ((2, 1, 1),))
    assert (outside.widths, outside.filling, outside.status) == ((2, 1, 1), None, "undecided")
    assert (minimal.status, border.status, border.unexplored) == ("undecided", "undecided", ())
    assert list(border.lines()) == [
        "2 layers of weights, 3 coefficients: 1 minimal network; the list is not proved to be complete",
        "  (2,2,1)  fills (proved); undecided: (2,1,1)",
        "  (2,1,1)  probably does not fill; not proved",
    ]


def test_certificates_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "LIMIT_WORK", 10)
    found = minimal_fillings(2, 1, 2, 2)
    assert (found.networks, found.status) == (((2, 2, 1),), "undecided")
    assert "    (2,2,1)  probably fills; not proved" in found.explanation.splitlines()


def test_a_predecessor_is_tried_where_the_largest_network_resists(monkeypatch: pytest.MonkeyPatch) -> None:
    """That the list is complete may be undecided where it is proved of all its networks that they are minimal."""
    real = filling_search._filling

    def resisting(widths: Widths, degree: int) -> Any:
        with monkeypatch.context() as limited:
            if widths == (2, 2, 3, 3, 1):
                limited.setattr(checker, "LIMIT_WORK", 10)
            return real(widths, degree)

    monkeypatch.setattr(filling_search, "_filling", resisting)
    border = minimal_fillings(2, 1, 2, 4).borders[-1]
    assert [(x.widths, x.status) for x in border.minimal] == [((2, 3, 3, 2, 1), "proved")]
    assert {y.widths: y.status for y in border.outside} == {
        (2, 3, 5, 1, 1): "refuted",
        (2, 3, 2, 9, 1): "refuted",
        (2, 2, 5, 9, 1): "undecided",
    }
    assert border.status == "undecided"


def test_the_object() -> None:
    found = minimal_fillings(2, 1, 2, 2).to_dict()
    assert found.pop("explanation").startswith("1 minimal filling network (all proved, and there are no others)")
    assert json.loads(json.dumps(found)) == {
        "inputs": 2,
        "outputs": 1,
        "degree": 2,
        "max_width": None,
        "networks": [[2, 2, 1]],
        "borders": [
            {
                "layers": 2,
                "ambient": 3,
                "status": "proved",
                "minimal": [{"widths": [2, 2, 1], "dimension": 3, "status": "proved", "undecided_predecessors": []}],
                "outside": [{"widths": [2, 1, 1], "same_functions_as": [2, 1, 1], "status": "refuted"}],
                "unexplored": [],
            }
        ],
        "status": "proved",
        "field": "Q",
        "trusts": [],
    }


def test_reports() -> None:
    said: list[str] = []
    minimal_fillings(2, 1, 2, 2, report=said.append)
    assert said == [
        "2 layers: 0 networks fill, 1 do not, 1 places to look at",
        "2 layers: 1 networks fill, 1 do not, 0 places to look at",
        "2 layers: proof 1 of 1 that a network does not fill",
        "2 layers: proof 1 of 1 that a network fills",
    ]


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        ({"inputs": 0}, "inputs is 0; it is at least 1"),
        ({"outputs": -1}, "outputs is -1; it is at least 1"),
        ({"degree": 0}, "degree is 0; it is at least 1"),
        ({"max_layers": 1}, "max_layers is 1; it is at least 2"),
        ({"max_width": 0}, "max_width is 0; it is at least 1"),
        ({"max_layers": 99}, "networks with 11 layers of weights have 1025 coefficients; spaces with up to 1000 are"),
    ],
)
def test_bad_numbers(numbers: dict[str, int], sentence: str) -> None:
    with pytest.raises(ValueError) as raised:
        minimal_fillings(**{"inputs": 2, "outputs": 1, "degree": 2, "max_layers": 3, **numbers})
    assert str(raised.value).startswith(sentence)
