"""The benchmarks as a program: turns, equal results, bars, files. No time is asserted, only what is made of times."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import plots
from benchmarks.__main__ import main, run
from benchmarks.measurement import OURS, Bar, Contender, Measured, RivalFailed, Row, outcome
from benchmarks.processes import program
from benchmarks.report import record
from benchmarks.tasks import MODULES, rows_of


def turns(result: object, *seconds: float, memory: float | None = None) -> Callable[[], Measured]:
    """A run that tells these seconds one after the other."""
    left = iter(seconds)
    return lambda: Measured(result, next(left), memory)


def given(*contenders: Contender) -> Callable[[], AbstractContextManager[Sequence[Contender]]]:
    @contextmanager
    def opened() -> Iterator[Sequence[Contender]]:
        yield contenders

    return opened


def small(*contenders: Contender, bars: tuple[Bar, ...] = (), name: str = "small", size: float | None = None) -> Row:
    return Row("task", name, given(*contenders), bars, repeats=3, size=size, quick=True)


def test_contenders_run_in_turns() -> None:
    order: list[str] = []

    def noted(name: str) -> Callable[[], Measured]:
        return lambda: (order.append(name), Measured(1, 1.0))[1]

    outcome(small(Contender(OURS, noted("a")), Contender("b", noted("b")), Contender("c", noted("c"), repeats=1)))
    assert order == ["a", "b", "c", "a", "b", "a", "b"]


def test_ratios_are_taken_turn_by_turn() -> None:
    bars = (Bar.times(4, "rival"), Bar.times(5, "rival"), Bar.seconds(2), Bar.seconds(1.5), Bar.share(0.5, "rival"))
    found = record(
        outcome(
            small(Contender(OURS, turns(7, 1, 2, 4)), Contender("rival", turns(7, 4, 8, 40)), bars=bars),
        )
    )
    assert found["contenders"][1]["ratio"] == [4, 4, 10]
    assert [bar["met"] for bar in found["bars"]] == [True, False, True, False, True]
    assert found["bars"][4]["figure"] == [1.333, 1.333, 3.333]
    assert found["result"] == 7 and not found["failure"]


def test_memory_has_a_bar() -> None:
    found = record(
        outcome(small(Contender(OURS, turns(7, 1, 1, 1, memory=2.0)), bars=(Bar.sizes(2.2), Bar.sizes(1.9))))
    )
    assert [bar["met"] for bar in found["bars"]] == [True, False]


def test_a_rival_with_one_run_is_compared_with_all_of_ours() -> None:
    row = small(Contender(OURS, turns(7, 1, 2, 4)), Contender("rival", turns(7, 8), repeats=1))
    assert record(outcome(row))["contenders"][1]["ratio"] == [4, 2, 8]


@pytest.mark.parametrize("expected", [None, 7])
def test_different_results_fail_the_row_and_meet_no_bar(expected: int | None) -> None:
    row = small(
        Contender(OURS, turns(7, 1, 1, 1)), Contender("rival", turns(8, 9, 9, 9)), bars=(Bar.times(2, "rival"),)
    )
    found = record(outcome(replace(row, expected=expected)))
    assert "rival gives 8" in found["failure"] and found["bars"][0]["met"] is False


def test_a_wrong_result_of_all_fails_where_the_result_is_known() -> None:
    row = replace(small(Contender(OURS, turns(8, 1, 1, 1)), Contender("rival", turns(8, 1, 1, 1))), expected=7)
    assert outcome(row).failure == "ours gives 8, but expected gives 7"


def test_a_row_without_a_result_fails() -> None:
    assert outcome(small(Contender(OURS, turns(None, 1, 1, 1)))).failure


def test_an_absent_rival_is_shown_as_absent_and_never_as_beaten(tmp_path: Path) -> None:
    absent = Contender.absent("rival", "not installed")
    bars = (Bar.times(2, "rival"),)
    assert run([small(Contender(OURS, turns(7, 1, 1, 1)), absent, bars=bars)], True, False, tmp_path) == 0
    (row,) = json.loads((tmp_path / "results.json").read_text())["rows"]
    assert row["bars"][0]["met"] is None and row["contenders"][1]["absent"]
    text = (tmp_path / "RESULTS.md").read_text()
    assert "| rival | absent |" in text and "not measured" in text and "| met |" not in text


def test_a_rival_that_dies_is_absent_from_then_on() -> None:
    def dying() -> Measured:
        raise RivalFailed("it ended without an answer")

    row = small(Contender(OURS, turns(7, 1, 1, 1)), Contender("rival", dying), bars=(Bar.times(2, "rival"),))
    found = record(outcome(row))
    assert found["contenders"][1]["absent"] and "ended" in found["contenders"][1]["note"]
    assert found["bars"][0]["met"] is None and not found["failure"]


def test_a_bar_names_a_contender_of_its_row() -> None:
    with pytest.raises(ValueError, match="not in the row"):
        outcome(small(Contender(OURS, turns(7, 1, 1, 1)), bars=(Bar.times(2, "nobody"),)))


def test_a_failed_row_ends_the_program_with_1_and_the_others_are_kept(tmp_path: Path) -> None:
    wrong = small(Contender(OURS, turns(7, 1, 1, 1)), Contender("rival", turns(8, 1, 1, 1)), name="wrong")
    right = small(Contender(OURS, turns(7, 1, 1, 1)), name="right")
    assert run([wrong, right], True, False, tmp_path) == 1
    rows = json.loads((tmp_path / "results.json").read_text())["rows"]
    assert {row["row"]: bool(row["failure"]) for row in rows} == {"wrong": True, "right": False}
    assert "Rows that failed" in (tmp_path / "RESULTS.md").read_text()


def test_an_interrupted_run_keeps_its_rows_and_resumes(tmp_path: Path) -> None:
    def interrupted() -> Measured:
        raise KeyboardInterrupt

    first, second = small(Contender(OURS, turns(7, 1, 1, 1)), name="first"), small(Contender(OURS, interrupted))
    assert run([first, second], True, False, tmp_path) == 130
    assert [row["row"] for row in json.loads((tmp_path / "results.json").read_text())["rows"]] == ["first"]
    assert (tmp_path / "RESULTS.md").exists()
    exhausted = first  # its times are used up: it would stop the program if it ran again
    assert run([exhausted, small(Contender(OURS, turns(7, 1, 1, 1)))], True, True, tmp_path) == 0
    assert len(json.loads((tmp_path / "results.json").read_text())["rows"]) == 2


def test_rows_of_another_extent_are_not_kept(tmp_path: Path) -> None:
    assert run([small(Contender(OURS, turns(7, 1, 1, 1)), name="quick")], True, False, tmp_path) == 0
    assert run([small(Contender(OURS, turns(7, 1, 1, 1)), name="full")], False, False, tmp_path) == 0
    assert [row["row"] for row in json.loads((tmp_path / "results.json").read_text())["rows"]] == ["full"]


def test_slopes_are_fitted_on_logarithms(tmp_path: Path) -> None:
    rows = [
        record(outcome(small(Contender(OURS, turns(7, *[n**3 / 8] * 3)), name=f"{n}", size=n))) for n in (2, 4, 8, 16)
    ]
    exponent, factor = plots.slope(plots.curves(rows)[OURS]) or (0, 0)
    assert (round(exponent, 9), round(factor, 9)) == (3, 0.125)
    assert plots.draw("task", "n", rows, tmp_path) and "exponent 3.00" in (tmp_path / "task.svg").read_text()
    assert plots.slope([(1, 1), (2, 2)]) is None


def test_a_program_that_is_not_there_is_absent() -> None:
    with program("rival", ["no-such-program"]) as contender:
        assert contender.run is None and "rivals.sh" in contender.note


def test_a_program_answers_when_it_is_asked_and_may_die(tmp_path: Path) -> None:
    script = tmp_path / "rival.sh"
    script.write_text("echo ready; read line; echo 7 0.5 0.75; read line; exit 1\n")
    with program("rival", ["sh", script], by_wall=True) as contender:
        assert contender.run is not None
        assert contender.run() == Measured(7, 0.75)
        with pytest.raises(RivalFailed, match="sh ended without an answer"):
            contender.run()


def test_every_row_has_a_name_of_its_own() -> None:
    for quick in (True, False):
        names = [(row.task, row.name) for row in rows_of("all", quick)]
        assert len(names) == len(set(names))
        assert {task for task, _ in names} == set(MODULES)


def test_a_quick_run_of_a_task(tmp_path: Path) -> None:
    assert main(["rank", "--quick", "--row", "n = 120", "--output", str(tmp_path)]) == 0
    (row,) = json.loads((tmp_path / "results.json").read_text())["rows"]
    assert row["result"] == 113 and row["contenders"][0]["name"] == OURS
    assert "113" in (tmp_path / "RESULTS.md").read_text()
