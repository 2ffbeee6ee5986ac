"""Sweeps: every case gets its row, whatever happens to others, on any executor."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn.atlas import sweeping
from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.costs import Costs, Line, guessed_seconds
from algebra_tnn.atlas.families.networks import NetworkSpace
from algebra_tnn.atlas.progress import Progress
from algebra_tnn.atlas.questions import Effort
from algebra_tnn.atlas.rows import COSTS, Row
from algebra_tnn.atlas.store import Atlas, AtlasError
from algebra_tnn.atlas.sweeping import cases_of, sweep, sweep_into
from algebra_tnn.verification import CertificateRejected
from tests.unit.atlas import troubled_questions as questions
from tests.unit.atlas.sweep_kills import kills

SPACE = NetworkSpace(layers=(2,), widths=(1, 2, 3), outputs=(1, 2), degrees=(2, 3), ambient=30)


def said(rows: list[Row]) -> dict[str, object]:
    """What rows say but for what they cost."""
    return {
        row.case.text: ({name: x for name, x in row.columns().items() if name not in COSTS}, row.digests)
        for row in rows
    }


def in_a_thread(space: NetworkSpace = SPACE, **options: object) -> list[Row]:
    with ThreadPoolExecutor(1) as executor:
        return list(sweep(space, "dimension", executor=executor, **options))


def test_every_case_has_its_row() -> None:
    rows = in_a_thread(ask=questions.trivial)
    assert sorted(row.case.text for row in rows) == sorted(case.text for case in cases_of(SPACE, "dimension"))


def test_a_case_that_is_given_twice_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeping, "WINDOW", 3)  # the second time comes in another window
    cases = list(cases_of(SPACE, "dimension"))
    with ThreadPoolExecutor(1) as executor:
        rows = list(sweep(cases + cases[:5], executor=executor, ask=questions.trivial))
    assert len(rows) == len(cases)


def test_an_exception_costs_the_case_and_is_tried_again() -> None:
    space = NetworkSpace(layers=(2,), widths=(1, 5, 6), outputs=(1,), degrees=(2,), ambient=30)
    rows = {row.case["widths"]: row for row in in_a_thread(space, ask=questions.troubled)}
    assert len(rows) == space.count()
    failed, recovered = rows[questions.RAISES], rows[questions.RECOVERS]
    assert (failed.status, failed.tries) == ("failed", 2)
    assert failed.values["reason"] == ("ValueError: no such thing; with half the limits: ValueError: no such thing")
    assert (recovered.tries, recovered.values["reason"]) == (2, "ArithmeticError: too hard")
    assert recovered.status != "failed"
    assert recovered.values["lower"] == 6
    others = [row for row in rows.values() if row.case["widths"] not in (questions.RAISES, questions.RECOVERS)]
    assert {(row.status, row.tries) for row in others} == {("proved", 1)}


def test_a_rejected_certificate_ends_the_sweep() -> None:
    with pytest.raises(CertificateRejected, match="a prover is wrong"):
        in_a_thread(ask=questions.rejected)


def test_what_is_stored_is_not_asked_again(tmp_path: Path) -> None:
    cases, seen = list(cases_of(SPACE, "dimension")), list[Progress]()
    with Atlas.created(tmp_path / "atlas.sqlite") as atlas, ThreadPoolExecutor(1) as executor:
        first = sweep_into(atlas, cases[:10], total=10, executor=executor, ask=questions.trivial)
        second = sweep_into(atlas, cases, total=len(cases), executor=executor, ask=questions.trivial, watch=seen.append)
        assert (first.total(), second.total()) == (10, len(cases) - 10)
        assert len(list(atlas.stored())) == len(cases)
    last = seen[-1]
    assert (last.done, last.total, last.counts) == (len(cases), len(cases), {"proved": len(cases)})


def test_rows_that_are_done_are_stored_when_an_exception_ends_the_sweep(tmp_path: Path) -> None:
    cases = list(cases_of(SPACE, "dimension"))

    def interrupted(progress: Progress) -> None:
        raise KeyboardInterrupt

    with Atlas.created(tmp_path / "atlas.sqlite") as atlas, ThreadPoolExecutor(1) as executor:
        with pytest.raises(KeyboardInterrupt):
            sweep_into(atlas, cases, total=1, executor=executor, ask=questions.slow, watch=interrupted)
        assert len(list(atlas.stored())) > 0


def test_a_question_that_the_family_does_not_have_is_refused() -> None:
    with pytest.raises(AtlasError, match="question is 'colour'; of pnn one asks dimension"):
        list(sweep(SPACE, "colour"))
    with pytest.raises(AtlasError, match="space is int; give one of"):
        list(sweep(3, "dimension"))


def test_times_are_learned() -> None:
    line = Line()
    for k in range(1, 30):
        line.learn(10.0 * k, 0.5 * (10 * k) ** 1.5)
    assert line.seconds(1000.0) == pytest.approx(0.5 * 1000**1.5, rel=1e-6)


def test_nothing_is_learned_from_one_size() -> None:
    line = Line()
    for _ in range(100):
        line.learn(7.0, 1.0)
    assert line.seconds(8.0) is None


def test_longer_cases_come_later_once_times_are_learned() -> None:
    costs, cases = Costs(), list(cases_of(SPACE, "dimension"))
    for case in cases:
        costs.learn(case, 100 * guessed_seconds(case))
    assert costs.seconds(cases[-1]) > 10 * guessed_seconds(cases[-1])


class AtOnce(Executor):
    """Everything is done as soon as it is submitted, so that several futures are done together."""

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **options: Any) -> Future[Any]:
        future = Future[Any]()
        future.set_result(function(*arguments, **options))
        return future


def test_rows_are_stored_when_a_certificate_of_another_case_is_rejected(tmp_path: Path) -> None:
    cases = list(cases_of(SPACE, "dimension"))
    last = max(cases, key=lambda case: case["widths"])
    with Atlas.created(tmp_path / "atlas.sqlite") as atlas:

        def ask(case: Case, effort: Effort) -> Row:
            return questions.rejected(case, effort) if case == last else questions.trivial(case, effort)

        with pytest.raises(CertificateRejected):
            sweep_into(atlas, cases, total=len(cases), executor=AtOnce(), ask=ask)
        stored = {row.case for row in atlas.stored()}
        assert last.text not in stored
        assert len(stored) > len(cases) // 2
        assert float(atlas.about()["rate"]) > 0


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"timeout": 0}, "timeout is 0; give a positive number of seconds"),
        ({"timeout": float("nan")}, "timeout is nan"),
        ({"timeout": "60"}, "timeout is '60'"),
        ({"megabytes": -5}, "megabytes is -5; give a positive integer"),
    ],
)
def test_limits_are_positive(options: dict[str, Any], sentence: str) -> None:
    with pytest.raises(AtlasError, match=sentence):
        list(sweep(SPACE, "dimension", executor=AtOnce(), **options))


def test_a_question_is_needed() -> None:
    with pytest.raises(AtlasError, match="there is no question about NetworkSpace"):
        list(sweep(SPACE))


@pytest.mark.slow
def test_troubles_are_contained_in_processes(tmp_path: Path) -> None:
    space = NetworkSpace(layers=(2,), widths=(1, 2, 3, 4, 5, 6), outputs=(1,), degrees=(2,), ambient=30)
    cases = [case for case in cases_of(space, "dimension") if case["widths"][1] == 1]
    rows = {row.case["widths"]: row for row in sweep(cases, timeout=2, megabytes=500, ask=questions.troubled)}
    assert len(rows) == len(cases)
    reasons = {widths: str(rows[widths].values["reason"]) for widths in rows if rows[widths].status == "failed"}
    assert set(reasons) == {questions.ABORTS, questions.EATS, questions.SLEEPS, questions.RAISES}
    assert "its process ended" in reasons[questions.ABORTS]
    assert reasons[questions.EATS].startswith("it needed more memory than the 500 megabytes it was allowed; with half")
    assert reasons[questions.SLEEPS].startswith("it was not done after 2 seconds; with half the limits: it was not")
    assert {row.tries for row in rows.values() if row.status == "failed"} == {2}


@pytest.mark.slow
def test_a_rejected_certificate_comes_back_from_a_process() -> None:
    with pytest.raises(CertificateRejected, match="a prover is wrong"):
        list(sweep(SPACE, "dimension", jobs=1, ask=questions.rejected))


@pytest.mark.slow
def test_executors_give_the_same_rows() -> None:
    with ProcessPoolExecutor(1) as executor:
        there = list(sweep(SPACE, "dimension", executor=executor))
    assert said(there) == said(list(sweep(SPACE, "dimension"))) == said(in_a_thread())


@pytest.mark.slow
def test_closing_the_generator_ends_its_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeping, "CHUNK_SECONDS", 0.0)  # each case travels alone
    cases = [Case.of("dimension", "pnn", {"widths": questions.SLEEPS, "degrees": (2,), "biases": False})]
    quick = [case for case in cases_of(SPACE, "dimension") if case["widths"][0] == 1]
    rows = sweep([*quick, *cases], ask=questions.troubled)
    next(rows)
    assert active_children()
    rows.close()
    assert not active_children()  # although a case would sleep for a thousand seconds


@pytest.mark.slow
def test_kills_lose_nothing(tmp_path: Path) -> None:
    assert kills(2, tmp_path) > 0
