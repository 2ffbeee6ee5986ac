"""Summaries: what ``atlas status`` says."""

from __future__ import annotations

from pathlib import Path

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.rows import Row, Status, Value
from algebra_tnn.atlas.store import Atlas
from algebra_tnn.atlas.summaries import Summary, summary


def row(width: int, status: Status = "proved", tries: int = 1, question: str = "dimension", **values: Value) -> Row:
    case = Case.of(question, "pnn", {"widths": (width, 1), "degrees": (), "biases": False})
    return Row(case, f"pnn {width}", status, {"trusts": "", **values}, seconds=0.5, tries=tries)


def summary_of(folder: Path, rows: list[Row], **notes: str) -> Summary:
    with Atlas.created(folder / "a.sqlite") as atlas:
        atlas.add(rows)
        atlas.note(**notes)
        return summary(atlas)


ROWS = [
    row(1, lower=3, upper=3),
    row(2, lower=3, upper=3, trusts="a-theorem"),
    row(3, "probable", lower=3, upper=4, probable=4),
    row(4, "undecided", lower=3, upper=4, tries=2, reason="second try: more than 4096 MB"),
    row(5, "failed", tries=2, reason="it takes more than 60 s"),
    row(6, "failed", tries=2, reason="it takes more than 60 s"),
    row(7, "failed", tries=1, reason="the process ended with signal 6"),
    row(1, "undecided", question="conservation"),
]


def test_numbers(tmp_path: Path) -> None:
    found = summary_of(tmp_path, ROWS, total="20", rate="0.5")
    assert (found.rows, found.done, found.total) == (8, 7, 20)
    assert found.counts == {"proved": 2, "probable": 1, "undecided": 2, "failed": 3}
    assert [(each.question, each.family, each.rows) for each in found.groups] == [
        ("conservation", "pnn", 1),
        ("dimension", "pnn", 7),
    ]
    assert (found.bounded, found.exact, found.self_contained) == (4, 2, 1)
    assert found.failures == (("it takes more than 60 s", 2), ("the process ended with signal 6", 1))
    assert (found.second_tries, found.helped) == (3, 1)
    assert found.seconds == 4.0
    assert found.remaining == 26


def test_explanation(tmp_path: Path) -> None:
    assert summary_of(tmp_path, ROWS, total="20", rate="0.5").explanation.splitlines() == [
        "cases done: 7 of 20 (35 %), in 4.0 s of CPU time",
        "about 26 s left at 0.5 cases per second, the last rate",
        "2 proved, 1 probable, 2 undecided, 3 failed",
        "  conservation of pnn: 1 undecided",
        "  dimension of pnn: 2 proved, 1 probable, 1 undecided, 3 failed",
        "numbers proved from both sides: 2 of 4 (50 %), 1 of these trusting nothing",
        "second tries: 3, of which 1 gave an answer",
        "failed, 2: it takes more than 60 s",
        "failed, 1: the process ended with signal 6",
    ]


def test_many_reasons_are_cut_short(tmp_path: Path) -> None:
    rows = [row(width, "failed", reason=f"reason {width:02}") for width in range(1, 15)]
    lines = summary_of(tmp_path, rows).explanation.splitlines()
    assert lines[-2:] == ["failed, 1: reason 10", "failed, 4: for other reasons"]


def test_an_empty_file_and_notes_that_are_none(tmp_path: Path) -> None:
    found = summary_of(tmp_path, [], total="many", rate="nan")
    assert (found.total, found.rate, found.remaining) == (None, None, None)
    assert found.explanation == "cases done: 0, in 0.0 s of CPU time\nno rows"


def test_json(tmp_path: Path) -> None:
    found = summary_of(tmp_path, ROWS, total="20").to_dict()
    assert found["counts"]["failed"] == 3 and found["remaining"] is None
    assert found["groups"][0] == {
        "question": "conservation",
        "family": "pnn",
        "proved": 0,
        "probable": 0,
        "undecided": 1,
        "failed": 0,
    }
