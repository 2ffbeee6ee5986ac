"""The engine of sweeps: cases go in, rows come out as they are done, on any executor."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Protocol, TypeAlias

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.costs import Costs
from algebra_tnn.atlas.families import FAMILIES, Space
from algebra_tnn.atlas.local_workers import Limits, LocalWorkers
from algebra_tnn.atlas.progress import Progress
from algebra_tnn.atlas.questions import Effort, answered, failed
from algebra_tnn.atlas.rows import Row
from algebra_tnn.atlas.store import Atlas, AtlasError
from algebra_tnn.verification import CertificateRejected

WINDOW = 2000  # cases that are looked at together: they are sorted by their estimated times
CHUNK_SECONDS = 0.3  # of estimated time: smaller cases travel together, so that the way there costs little
LARGEST_CHUNK = 64
AHEAD = 3  # chunks in flight for each process, so that none waits

Ask: TypeAlias = Callable[[Case, Effort], Row]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a case has no row: what was raised, in a sentence; None for want of memory."""

    case: Case
    reason: str | None


class LimitingExecutor(Protocol):
    """An executor that can limit the time and the memory of one call."""

    def submit_within(self, limits: Limits, function: Callable[..., Any], /, *arguments: Any) -> Future[Any]: ...


@dataclass(slots=True)
class _Task:
    """Cases that travel together; a second try is one of a single case, with the reason why the first was in vain."""

    cases: tuple[Case, ...]
    limits: Limits
    effort: Effort = "full"
    reason: str = ""


def answers(cases: Sequence[Case], effort: Effort, ask: Ask = answered) -> list[Row | Failure | CertificateRejected]:
    """What becomes of each case: this is what a worker runs.

    A certificate that the checker rejects is the last that is answered: it is an error in this program, which must be
    seen once what was found before is stored.
    """
    found: list[Row | Failure | CertificateRejected] = []
    for case in cases:
        try:
            found.append(ask(case, effort))
        except CertificateRejected as error:
            return [*found, error]
        except MemoryError:
            found.append(Failure(case, None))
        except (Exception, SystemExit) as error:
            found.append(Failure(case, f"{type(error).__name__}: {' '.join(str(error).split())}"))
    return found


def cases_of(space: Space | Iterable[Case], question: str, field: str = "Q") -> Iterator[Case]:
    """The question about each model of the space. Raises: AtlasError."""
    family = next((family for family in FAMILIES.values() if family.space is type(space)), None)
    if family is None or isinstance(space, Iterable):
        known = ", ".join(sorted(getattr(family.space, "__name__", family.name) for family in FAMILIES.values()))
        raise AtlasError(f"space is {type(space).__name__}; give one of {known}")
    if question not in family.questions:
        raise AtlasError(f"question is {question!r}; of {family.name} one asks {', '.join(family.questions)}")
    return (Case.of(question, family.name, sizes, field) for sizes in space.sizes())


def sweep(
    space: Space | Iterable[Case],
    question: str | None = None,
    *,
    executor: Executor | LimitingExecutor | None = None,
    jobs: int = 2,
    timeout: float | None = None,
    megabytes: int | None = None,
    ask: Ask = answered,
) -> Iterator[Row]:
    """The rows of all models of a space, or of given cases, in the order in which they are done.

    ``executor`` is any executor in the manner of ``concurrent.futures``; without one, ``jobs`` processes are started,
    in which each case has the limits ``timeout`` (seconds) and ``megabytes``. Other executors keep no limits unless
    they have ``submit_within``. A case that fails is tried once more with half the limits and less to prove; if that
    is in vain, too, its row is *failed*, with the reason. Closing the generator ends the processes.

    Raises: AtlasError for a question that the family does not have; CertificateRejected.

    >>> from concurrent.futures import ThreadPoolExecutor
    >>> from algebra_tnn.atlas.families.networks import NetworkSpace
    >>> space = NetworkSpace(layers=(2,), widths=(2, 3), outputs=(1,), degrees=(2,), ambient=10)
    >>> with ThreadPoolExecutor(1) as executor:
    ...     rows = list(sweep(space, "dimension", executor=executor))
    >>> sorted((row.values["widths"], row.values["lower"], row.status) for row in rows)
    [('2,2,1', 3, 'proved'), ('2,3,1', 3, 'proved'), ('3,2,1', 5, 'proved'), ('3,3,1', 6, 'proved')]
    """
    if question is not None:
        cases: Iterable[Case] = cases_of(space, question)
    elif isinstance(space, Iterable):
        cases = space
    else:
        raise AtlasError(f'there is no question about {type(space).__name__}; give one, such as "dimension"')
    limits = Limits(timeout, megabytes)
    seen = set[int]()  # sixteen bytes of each key, since there may be many

    def fresh(window: Sequence[Case]) -> list[Case]:
        new = {number: case for case in window if (number := int(case.key[:32], 16)) not in seen}
        seen.update(new)
        return list(new.values())

    with _executor(executor, jobs) as chosen:
        for rows in _Sweep(chosen, limits, jobs, ask).batches(cases, fresh):
            yield from rows


def sweep_into(
    atlas: Atlas,
    cases: Iterable[Case],
    *,
    total: int,
    executor: Executor | LimitingExecutor | None = None,
    jobs: int = 2,
    timeout: float | None = None,
    megabytes: int | None = None,
    watch: Callable[[Progress], None] | None = None,
    ask: Ask = answered,
) -> Counter[str]:
    """Stores a row for each case that has none, as soon as it is done; how many rows of each status this run made.

    Whatever ends it, an exception or Ctrl-C, the rows that were done are in the file; KeyboardInterrupt is passed on
    within two seconds. Raises: AtlasError, CertificateRejected.
    """
    made, start, known = Counter[str](), time.monotonic(), 0
    counts = Counter[str](dict(atlas.connection.execute("SELECT status, count(*) FROM atlas GROUP BY status")))
    atlas.note(total=str(total))

    def fresh(window: Sequence[Case]) -> list[Case]:
        nonlocal known
        new = {case.key: case for case in window}
        finished = atlas.finished(list(new))
        known += len(finished)
        return [case for key, case in new.items() if key not in finished]

    def report() -> None:
        if watch is not None:
            done = known + made.total()
            rate = made.total() / max(1e-9, time.monotonic() - start)
            watch(Progress(done, total, dict(counts), rate, (total - done) / rate if made else None))

    limits = Limits(timeout, megabytes)
    try:
        with _executor(executor, jobs) as chosen:
            for rows in _Sweep(chosen, limits, jobs, ask).batches(cases, fresh):
                atlas.add(rows)
                for row in rows:
                    made[row.status] += 1
                    counts[row.status] += 1
                report()
    finally:
        if made:
            atlas.note(rate=f"{made.total() / max(1e-9, time.monotonic() - start):.4g}")
    report()
    return made


@contextmanager
def _executor(given: Executor | LimitingExecutor | None, jobs: int) -> Iterator[Executor | LimitingExecutor]:
    """The one that is given, and stays open; or local processes, which are ended."""
    if given is not None:
        yield given
        return
    workers = LocalWorkers(jobs)
    try:
        yield workers
    finally:
        workers.shutdown(wait=False, cancel_futures=True)


class _Sweep:
    """What is in flight, what waits, and what was learned about the time that cases take."""

    def __init__(self, executor: Any, limits: Limits, jobs: int, ask: Ask) -> None:
        self.executor, self.limits, self.ask = executor, limits, ask
        self.room = AHEAD * max(jobs, int(getattr(executor, "capacity", 0)))
        self.costs = Costs()
        self.waiting = deque[_Task]()
        self.suspects = deque[_Task]()  # were in flight when all processes died: each goes alone
        self.flying: dict[Future[Any], _Task] = {}

    def batches(self, cases: Iterable[Case], fresh: Callable[[Sequence[Case]], list[Case]]) -> Iterator[list[Row]]:
        """Rows, as many at a time as are done. ``fresh`` leaves out the cases that have rows.

        What is raised is raised when the rows that were done at that time have been taken.
        """
        stream = iter(cases)
        try:
            while True:
                while len(self.waiting) < self.room and (window := list(islice(stream, WINDOW))):
                    self.waiting += self._chunks(fresh(window))
                while self.waiting and not self.suspects and len(self.flying) < self.room:
                    self._send(self.waiting.popleft())
                if self.suspects and not self.flying:
                    self._send(self.suspects.popleft())
                if not self.flying:
                    return
                done, _ = wait(self.flying, return_when=FIRST_COMPLETED)
                rows, trouble = list[Row](), list[Exception]()
                for future in done:
                    try:
                        rows.extend(self._rows(future))  # keeps those that come before what is raised
                    except Exception as error:
                        trouble.append(error)
                if rows:
                    yield rows
                if trouble:
                    raise trouble[0]
        finally:
            for future in self.flying:
                future.cancel()

    def _chunks(self, cases: list[Case]) -> Iterator[_Task]:
        """Cases by their estimated time, so that long ones do not hold up short ones; small ones together."""
        estimated = sorted(((self.costs.seconds(case), i) for i, case in enumerate(cases)))
        chunk, seconds = list[Case](), 0.0
        for estimate, i in estimated:
            if chunk and (seconds + estimate > CHUNK_SECONDS or len(chunk) == LARGEST_CHUNK):
                yield _Task(tuple(chunk), self.limits)
                chunk, seconds = [], 0.0
            chunk.append(cases[i])
            seconds += estimate
        if chunk:
            yield _Task(tuple(chunk), self.limits)

    def _send(self, task: _Task) -> None:
        call = (answers, task.cases, task.effort, self.ask)
        if hasattr(self.executor, "submit_within"):
            future = self.executor.submit_within(task.limits, *call)
        else:
            future = self.executor.submit(*call)
        self.flying[future] = task

    def _rows(self, future: Future[Any]) -> Iterator[Row]:
        """The rows that a finished future has, or none if its cases are tried again."""
        task, alone = self.flying.pop(future), not self.flying
        if isinstance(future.exception(), BrokenExecutor):
            self._revive(future)
            if not alone:
                self.suspects += [replace(task, cases=(case,)) for case in task.cases]
                return
        reason = _reason(future, task)
        if reason is None:
            for found in future.result():
                if isinstance(found, CertificateRejected):
                    raise found
                if isinstance(found, Failure):
                    yield from self._failed(found.case, task, found.reason or _out_of_memory(task))
                else:
                    self.costs.learn(found.case, found.seconds)
                    yield found if task.effort == "full" else _second(found, task.reason)
        elif len(task.cases) > 1:  # one of them is to blame, and each has the limits for itself
            self.waiting.extendleft(_Task((case,), task.limits) for case in task.cases)
        else:
            yield from self._failed(task.cases[0], task, reason)

    def _revive(self, future: Future[Any]) -> None:
        """Raises: AtlasError if the executor cannot be brought back to life."""
        if not hasattr(self.executor, "revive"):
            raise AtlasError(
                "the executor broke, since one of its processes died; leave out `executor`, so that only the case to "
                "blame is lost"
            ) from future.exception()
        self.executor.revive()

    def _failed(self, case: Case, task: _Task, reason: str) -> Iterator[Row]:
        """The row of a case that failed twice; after the first time it is tried again with a smaller budget."""
        if task.effort == "full":
            self.waiting.append(_Task((case,), task.limits.halved, "brief", reason))
        else:
            yield failed(case, f"{task.reason}; with half the limits: {reason}", 2)


def _second(row: Row, reason: str) -> Row:
    """A row of a second try says how the first one ended."""
    return replace(row, values={**row.values, "reason": reason}, tries=2)


def _reason(future: Future[Any], task: _Task) -> str | None:
    """What ended the call from outside, in a clause; None if it has a result. Raises: what must be seen."""
    from pebble import ProcessExpired

    error = future.exception()
    match error:
        case None:
            return None
        case TimeoutError():
            return f"it was not done after {task.limits.seconds:g} seconds"
        case MemoryError():
            return _out_of_memory(task)
        case ProcessExpired():
            number = -int(error.exitcode or 0)
            return f"its process ended ({'signal ' + str(number) if number > 0 else f'exit code {-number}'})"
        case BrokenExecutor():
            return "its process ended at once"
        case _:
            raise error


def _out_of_memory(task: _Task) -> str:
    limit = task.limits.megabytes
    return f"it needed more memory than {'there is' if limit is None else f'the {limit} megabytes it was allowed'}"
