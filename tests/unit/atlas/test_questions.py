"""What rows say: known numbers, certificates that the checker accepts, and what follows for fewer points."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from algebra_tnn import checker
from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.families import FAMILIES
from algebra_tnn.atlas.families.points import decisive_points
from algebra_tnn.atlas.implied import implied_rows
from algebra_tnn.atlas.questions import QUESTIONS, WITH_FIELD, answered, failed
from algebra_tnn.atlas.rows import COLUMNS, COSTS, Row
from algebra_tnn.varieties import Segre


def secant(shape: tuple[int, ...], degrees: tuple[int, ...], points: int, question: str = "dimension") -> Case:
    return Case.of(question, "segre-veronese", {"shape": shape, "degrees": degrees, "points": points})


def network(widths: tuple[int, ...], degrees: tuple[int, ...], question: str) -> Case:
    return Case.of(question, "pnn", {"widths": widths, "degrees": degrees, "biases": False})


def circuit(side: tuple[int, ...], shallow: bool, field: str = "Q") -> Case:
    sizes = {"inputs": 4, "dimension": 3, "channels": (4,) if shallow else (3, 2), "side": side}
    return Case.of("separation", "convac", {**sizes, "shallow": shallow, "shared": False}, field)


SECOND = (((0, 1), (0, 1), (0, 1)), ((0, 1), (1, 0), (1, 0)))  # a matrix of rank two, times a vector
KNOWN: list[tuple[Case, str, dict[str, Any]]] = [
    (secant((3, 3, 3), (1, 1, 1), 4), "proved", {"lower": 26, "upper": 26, "expected": 27, "defect": 1}),
    (secant((3,), (4,), 5), "proved", {"lower": 14, "upper": 14, "defect": 1, "modes": 1}),
    (secant((2, 2, 2), (1, 1, 1), 2, "identifiability"), "proved", {"finite": "proved", "global": "proved"}),
    (secant((3, 3), (1, 1), 2, "identifiability"), "proved", {"finite": "refuted", "global": "refuted"}),
    (secant((3, 3, 3), (1, 1, 1), 0, "generic-rank"), "proved", {"lower": 5, "upper": 5, "expected": 4}),
    (network((2, 2, 1), (2,), "dimension"), "proved", {"lower": 3, "upper": 3, "filling": "proved"}),
    (network((2, 2, 1), (3,), "conservation"), "proved", {"lower": 2, "upper": 2}),
    (Case.of("dimension", "grassmannian", {"k": 2, "n": 6, "points": 2}), "proved", {"lower": 14, "expected": 15}),
    (Case.of("conservation", "linear", {"widths": (2, 2, 2), "biases": False}), "proved", {"lower": 3, "upper": 3}),
    (circuit((0, 2), False), "proved", {"lower": 9, "upper": 9}),
    (circuit((0, 1), False), "proved", {"lower": 2, "upper": 2}),
    (circuit((0, 1), True, "GF(7)"), "proved", {"lower": 4, "upper": 4}),
    (Case.of("uniqueness", "planted", {"terms": SECOND}), "proved", {"verdict": "refuted", "points": 2}),
]


@pytest.mark.parametrize(("case", "status", "values"), KNOWN)
def test_known_rows(case: Case, status: str, values: dict[str, Any]) -> None:
    row = answered(case)
    columns = row.columns()
    assert (row.status, {name: columns[name] for name in values}) == (status, values)
    assert list(columns) == list(COLUMNS) and columns["reason"] is None and row.certificates
    assert row.name == failed(case, "it took too long", 1).name
    for text in row.certificates.values():
        assert checker.check(text).answer == "accepted"


def test_bounds_that_do_not_meet_have_their_certificate() -> None:
    row = answered(network((1, 2, 1), (2,), "conservation"))
    assert (row.status, row.values["lower"], row.values["upper"]) == ("undecided", 2, 3)
    assert [checker.check(text).answer for text in row.certificates.values()] == ["accepted"]


def test_every_question_has_a_known_row() -> None:
    assert {case.question for case, _, _ in KNOWN} == set(QUESTIONS)
    assert set(WITH_FIELD) < set(QUESTIONS)
    assert {question for family in FAMILIES.values() for question in family.questions} == set(QUESTIONS)


@pytest.mark.parametrize("field", ["Q", "R", "C", "GF(7)"])
def test_planted_tensors_over_all_fields(field: str) -> None:
    unit = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
    row = answered(Case.of("uniqueness", "planted", {"terms": tuple((v, v, v) for v in unit)}, field))
    assert (row.status, row.values["verdict"], row.values["rule"]) == ("proved", "proved", "kruskal")


@pytest.mark.slow
@pytest.mark.parametrize("case", [case for case, _, _ in KNOWN if case.question != "generic-rank"])
def test_less_is_asked_the_second_time_and_nothing_else_is_said(case: Case) -> None:
    full, brief = answered(case), answered(case, "brief")
    assert brief.name == full.name and set(brief.values) <= set(full.values) | {"probable", "error_bound"}
    if case.question == "uniqueness":
        assert brief.values["verdict"] in ("undecided", full.values["verdict"])
    else:
        lower, upper, value = brief.values["lower"], brief.values["upper"], full.values["lower"]
        assert isinstance(lower, int) and isinstance(upper, int) and isinstance(value, int) and lower <= value <= upper


def without_costs(row: Row) -> dict[str, Any]:
    kept = (*COSTS, "rule", "reason")
    return {name: value for name, value in row.columns().items() if name not in kept}


@pytest.mark.parametrize("question", [pytest.param("dimension", marks=pytest.mark.slow), "identifiability"])
def test_implied_rows_say_what_the_questions_answer(question: str) -> None:
    rows = [row for degrees in ((1, 1), (2, 1)) for row in implied_rows(answered(secant((3, 4), degrees, 3, question)))]
    rows += implied_rows(answered(secant((3, 3, 3), (1, 1, 1), 3, question)))
    assert [row.values["points"] for row in rows] == [1, 2, 1, 2]  # dim σ_3 of 3×4 matrices is less than 3 · 6
    for row in rows:
        assert without_costs(row) == without_costs(answered(row.case))
        assert row.values["reason"] == "implied by σ_3" and not row.certificates


def test_identifiability_of_fewer_points_follows_from_that_of_more_alone() -> None:
    last = decisive_points(Segre((2, 2, 2, 3)))[0]
    row = answered(secant((2, 2, 2, 3), (1, 1, 1, 1), last, "identifiability"))
    undecided = Row(row.case, row.name, "proved", {**row.values, "global": "refuted"}, row.certificates)
    assert {(one.values["finite"], one.values["global"], one.status) for one in implied_rows(undecided)} == {
        ("proved", "undecided", "undecided")
    }


def test_nothing_is_implied_by_smaller_dimensions_other_questions_and_failures() -> None:
    row = answered(secant((2, 2, 2), (1, 1, 1), 2))
    assert len(implied_rows(row)) == 1 and implied_rows(replace(row, values={**row.values, "lower": 7})) == []
    assert implied_rows(replace(row, case=secant((3, 3, 3), (1, 1, 1), 3, "generic-rank"))) == []
    assert implied_rows(answered(network((2, 2, 1), (2,), "dimension"))) == []
    assert implied_rows(failed(secant((3, 3, 3), (1, 1, 1), 3), "it took too long", 1)) == []


def test_a_case_that_is_none_fails_with_its_family_as_name() -> None:
    row = failed(Case.of("dimension", "pnn", {"widths": (2,), "degrees": (), "biases": False}), "no network", 1)
    assert (row.name, row.status, row.values["reason"]) == ("pnn", "failed", "no network")
