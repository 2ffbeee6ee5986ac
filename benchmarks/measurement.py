"""What is measured: contenders that answer one question in turns, and bars that their ratios must reach."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from importlib import import_module
from statistics import median

from threadpoolctl import threadpool_limits

with suppress(ImportError):  # loaded before BLAS threads are limited and before memory is read: both count on it
    import_module("scipy.linalg.cython_blas")

OURS = "ours"
Clock = Callable[[], float]


class RivalFailed(Exception):
    """A rival did not answer: its process died, or it does not know the question."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One answer and what it cost. ``result`` None: a limit of the machine, which answers nothing (dgemm)."""

    result: object
    seconds: float
    memory: float | None = None  # peak, in sizes of the input


@dataclass(frozen=True, slots=True)
class Contender:
    """One way to answer the question of a row. ``run`` None: absent, and ``note`` says why."""

    name: str
    run: Callable[[], Measured] | None
    note: str = ""
    repeats: int | None = None  # at most: for rivals that take minutes

    @classmethod
    def absent(cls, name: str, why: str) -> Contender:
        return cls(name, None, why)


def timed(
    routine: Callable[[], object],
    summary: Callable[[object], object] = lambda result: result,
    *,
    clock: Clock = time.process_time,
    at_least: float = 0.05,
) -> Callable[[], Measured]:
    """A run that calls the routine until the clock has moved enough, and tells the mean; the summary is not timed."""

    def run() -> Measured:
        calls, start = 0, clock()
        while True:
            result = routine()
            calls += 1
            if (elapsed := clock() - start) >= at_least:
                return Measured(summary(result), elapsed / calls)

    return run


@dataclass(frozen=True, slots=True)
class Bar:
    """What the ratio rival / ours, or our own figure, has to reach."""

    text: str
    bound: float
    rival: str | None = None  # None: our own seconds, or memory
    scale: float = 1  # of the ratio: 1/3 turns seconds against dgemm's into a share of its rate
    memory: bool = False
    ours: str = OURS

    @classmethod
    def times(cls, bound: float, rival: str, ours: str = OURS) -> Bar:
        return cls(f"{_subject(ours)}≥ {bound:g}× {rival}", bound, rival, ours=ours)

    @classmethod
    def share(cls, bound: float, rival: str = "dgemm", ours: str = OURS) -> Bar:
        """A share of dgemm's rate: elimination has (2/3) n³ operations where the product has 2 n³."""
        return cls(f"{_subject(ours)}≥ {100 * bound:g} % of {rival}'s rate", bound, rival, 1 / 3, ours=ours)

    @classmethod
    def seconds(cls, bound: float, ours: str = OURS) -> Bar:
        return cls(f"{_subject(ours)}≤ {bound:g} s", bound, ours=ours)

    @classmethod
    def sizes(cls, bound: float, ours: str = OURS) -> Bar:
        return cls(f"{_subject(ours)}memory ≤ {bound:g}× the input", bound, memory=True, ours=ours)

    def figures(self, runs: dict[str, list[Measured]]) -> list[float]:
        """One figure per repeat; none if a side of it did not run."""
        mine = runs.get(self.ours, [])
        if self.memory:
            return [run.memory for run in mine if run.memory is not None]
        if self.rival is None:
            return [run.seconds for run in mine]
        return [self.scale * ratio for ratio in ratios(runs.get(self.rival, []), mine)]

    def is_met(self, figures: Sequence[float]) -> bool:
        """The median decides: at most the bound for our own figures, at least the bound for ratios."""
        return median(figures) <= self.bound if self.rival is None else median(figures) >= self.bound


def _subject(ours: str) -> str:
    return "" if ours == OURS else f"{ours}: "


def ratios(rival: Sequence[Measured], ours: Sequence[Measured]) -> list[float]:
    """Rival / ours, each of our runs against the rival's run of the same turn, or its last one."""
    return [rival[min(i, len(rival) - 1)].seconds / run.seconds for i, run in enumerate(ours)] if rival else []


@dataclass(frozen=True, slots=True)
class Row:
    """One question: its contenders, made when it is their turn, and what is known or demanded beforehand."""

    task: str
    name: str
    contenders: Callable[[], AbstractContextManager[Sequence[Contender]]]
    bars: tuple[Bar, ...] = ()
    repeats: int = 5
    threads: int = 1  # 1: CPU seconds; more: wall seconds
    expected: object = None  # the result, where it is known by construction or by a theorem
    size: float | None = None  # where the row stands in the task's scaling plot
    quick: bool = False  # belongs to the quick run; the others belong to the full run
    remark: str = ""


@dataclass(slots=True)
class Outcome:
    """What came of a row: the runs of each contender, and why it failed, if it did."""

    row: Row
    runs: dict[str, list[Measured]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    absent: list[str] = field(default_factory=list)
    failure: str = ""

    def result(self) -> object:
        """The common result."""
        return next((run.result for runs in self.runs.values() for run in runs if run.result is not None), None)


@contextmanager
def processors(number: int) -> Iterator[None]:
    """Holds this process, and those that it starts, to so many processors, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(before)[-number:])
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def outcome(row: Row, say: Callable[[str], None] = lambda line: None) -> Outcome:
    """Runs the contenders in turns and compares their results: with each other and with what is expected."""
    found = Outcome(row)
    with processors(row.threads), row.contenders() as contenders, threadpool_limits(row.threads):
        present: list[str] = []
        names = {contender.name for contender in contenders}
        for bar in row.bars:
            if not {bar.ours, bar.rival or bar.ours} <= names:
                raise ValueError(f"the bar {bar.text} of {row.name} names a contender that is not in the row")
        for contender in contenders:
            found.notes[contender.name] = contender.note
            (present if contender.run else found.absent).append(contender.name)
        for turn in range(row.repeats):
            for contender in contenders:
                if contender.run and contender.name in present and turn < (contender.repeats or row.repeats):
                    try:
                        run = contender.run()
                    except RivalFailed as reason:
                        present.remove(contender.name)
                        found.absent.append(contender.name)
                        found.notes[contender.name] = f"failed: {reason}"
                        found.runs.pop(contender.name, None)
                        continue
                    found.runs.setdefault(contender.name, []).append(run)
                    say(f"{contender.name}: {run.seconds:.3g} s")
    found.failure = disagreement(row.expected, found.runs)
    return found


def disagreement(expected: object, runs: dict[str, list[Measured]]) -> str:
    """Which results differ, in one sentence; empty if all agree."""
    reference, source = expected, "expected"
    for name, measured in runs.items():
        for run in measured:
            if run.result is None:
                continue
            if reference is None:
                reference, source = run.result, name
            elif run.result != reference:
                return f"{name} gives {run.result}, but {source} gives {reference}"
    return "" if reference is not None else "nobody gave a result"
