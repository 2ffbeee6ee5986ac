"""Sweeps: what they cost beyond a loop, what a second worker gains, what the recheck takes, and the parent's memory."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.families.networks import NetworkSpace
from algebra_tnn.atlas.questions import Effort, model
from algebra_tnn.atlas.rows import Row as Found
from algebra_tnn.atlas.sweeping import sweep, sweep_into
from algebra_tnn.explore import dimension
from benchmarks import grids
from benchmarks.machine import ROOT
from benchmarks.measurement import OURS, Bar, Contender, Measured, RivalFailed, Row

LOOP, SEARCH = "loop over dimension", "search"
MANY = NetworkSpace((2, 3, 4, 5), (1, 2, 3, 4, 5, 6), (1,), (2, 3, 4), 10**9)  # beyond 10^5, for a trivial question


def chosen(number: int) -> list[Case]:
    """So many cases of the small grid, from all over it."""
    every = list(grids.cases("small"))
    return every[:: len(every) // number][:number]


# ---------------------------------------------------------------------- throughput


@contextmanager
def against_a_loop(number: int, jobs: int) -> Iterator[Sequence[Contender]]:
    """Rows of a sweep, and the same answers by a loop; both start one interpreter, or one for each worker."""
    cases = chosen(number)

    def swept() -> Measured:
        start = time.monotonic()
        proved = sum(row.status == "proved" for row in sweep(cases, jobs=jobs))
        return Measured(proved, time.monotonic() - start)

    yield [
        Contender(OURS, swept, f"{jobs} worker{'s' * (jobs > 1)}, wall seconds"),
        Contender(LOOP, lambda: _in_a_process(f"looped({number})"), "in a process of its own, wall seconds"),
    ]


def looped(number: int) -> None:
    """Prints how many of the cases a loop proves."""
    print(sum(dimension(model(case), seconds=1).meet for case in chosen(number)))


def _in_a_process(call: str) -> Measured:
    """The integer that a function of this module prints in a new process, and the wall seconds."""
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", f"from benchmarks.tasks import atlas; atlas.{call}"],
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    if done.returncode:
        raise RivalFailed(done.stderr.strip().splitlines()[-1])
    return Measured(int(done.stdout), time.monotonic() - start)


# ---------------------------------------------------------------------- the recheck


@contextmanager
def rechecked(number: int) -> Iterator[Sequence[Contender]]:
    """All certificates of an atlas through the checker, on one core, and the sweep that made it."""
    from algebra_tnn.atlas.rechecking import recheck
    from algebra_tnn.atlas.store import Atlas

    with TemporaryDirectory() as folder:
        path, cases = Path(folder) / "atlas.sqlite", chosen(number)
        start = time.monotonic()
        with Atlas.created(path) as atlas:
            sweep_into(atlas, cases, total=number, jobs=1)
        searched = Measured(number, time.monotonic() - start)

        def judged() -> Measured:
            start = time.monotonic()
            return Measured(recheck(path, jobs=1).accepted, time.monotonic() - start)

        yield [
            Contender(OURS, judged, "one process, wall seconds"),
            Contender(SEARCH, lambda: searched, "one worker, wall seconds", repeats=1),
        ]


# ---------------------------------------------------------------------- memory


def trivial(case: Case, effort: Effort) -> Found:
    """A row that nothing was computed for."""
    return Found(case, "a network", "undecided", {})


def peak_of(number: int) -> None:
    """Prints the largest memory in kilobytes of a process that sweeps so many cases into a file."""
    import resource

    from algebra_tnn.atlas.store import Atlas

    cases = (Case.of("dimension", "pnn", sizes) for sizes in islice(MANY.sizes(), number))
    with TemporaryDirectory() as folder, Atlas.created(Path(folder) / "atlas.sqlite") as atlas:
        made = sweep_into(atlas, cases, total=number, jobs=1, ask=trivial)
    if made.total() != number:
        raise RuntimeError(f"{made.total()} of {number} rows")
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


@contextmanager
def memory(few: int, many: int) -> Iterator[Sequence[Contender]]:
    """The parent's peak after many cases, in units of that after few."""

    def grown() -> Measured:
        small, large = (_in_a_process(f"peak_of({number})") for number in (few, many))
        assert isinstance(small.result, int) and isinstance(large.result, int)
        return Measured(many, large.seconds, large.result / small.result)

    yield [Contender(OURS, grown, f"peak of the parent after {many:,} cases against {few:,}; wall seconds")]


def rows() -> Iterator[Row]:
    """A grid in a loop and in sweeps, its recheck, and the memory of a long sweep."""
    for number, quick in ((500, False), (60, True)):
        for jobs, bound in ((1, 1 / 1.1), (2, 1.7)):
            yield Row(
                "atlas",
                f"dimensions of {number} small networks, {jobs} worker{'s' * (jobs > 1)}",
                partial(against_a_loop, number, jobs),
                () if quick else (Bar(f"≥ {bound:.2f}× {LOOP}", bound, LOOP),),
                repeats=1 if quick else 2,
                threads=jobs,
                expected=number,
                quick=quick,
            )
        yield Row(
            "atlas",
            f"recheck of {number} small networks",
            partial(rechecked, number),
            () if quick else (Bar.times(1, SEARCH),),
            repeats=1 if quick else 2,
            expected=number,
            quick=quick,
        )
    for few, many, quick in ((10_000, 100_000, False), (200, 1_000, True)):
        yield Row(
            "atlas",
            f"memory over {many:,} cases",
            partial(memory, few, many),
            () if quick else (Bar(f"≤ 1.1× that after {few:,}", 1.1, memory=True),),
            repeats=1,
            threads=2,
            expected=many,
            quick=quick,
        )
