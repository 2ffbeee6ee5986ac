"""Work for many proofs, in processes that can die without taking the others along."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

    from algebra_tnn.atlas.local_workers import LocalWorkers

Task = TypeVar("Task")
Answer = TypeVar("Answer")

FEW = 16  # tasks: to start processes that import the mathematics takes longer than so many small proofs


@dataclass(frozen=True, slots=True)
class Ended:
    """There is no answer, for this reason."""

    reason: str


class NoProcesses(RuntimeError):
    """The processes that are to work cannot start."""


def answers(tasks: Sequence[Task], of: Callable[[Task], Answer], jobs: int | None = None) -> Iterator[Answer | Ended]:
    """What ``of``, a function at the top of a module, answers to each task, in their order and as soon as it can be.

    With ``jobs`` so many processes work; without it one for each core, or this one alone where the tasks are few. A
    process that dies costs its task alone. Closing the generator ends the processes.

    Raises: NoProcesses.
    """
    jobs = (0 if len(tasks) < FEW else cores()) if jobs is None else min(jobs, len(tasks))
    if jobs == 0:
        for task in tasks:
            yield _attempted(of, task)
        return
    from algebra_tnn.atlas.local_workers import LocalWorkers
    from algebra_tnn.atlas.store import AtlasError

    try:
        workers = LocalWorkers(jobs)
    except AtlasError:
        raise NoProcesses(
            f"{jobs} processes cannot start; allow more memory, or fewer of them; in a script, call this below "
            '`if __name__ == "__main__":`, since each process imports the script anew'
        ) from None
    try:
        yield from _in_order(workers, tasks, of)
    finally:
        workers.shutdown(wait=False, cancel_futures=True)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _attempted(of: Callable[[Task], Answer], task: Task) -> Answer | Ended:
    try:
        return of(task)
    except Exception as error:
        return Ended(_reason(error))


def _in_order(workers: LocalWorkers, tasks: Sequence[Task], of: Callable[[Task], Answer]) -> Iterator[Answer | Ended]:
    futures: list[Future[Any]] = [workers.submit(_attempted, of, task) for task in tasks]
    for i, task in enumerate(tasks):
        if _is_lost(futures[i]):  # with all that were waiting; one of them is to blame, so this one goes alone
            workers.revive()
            futures[i] = workers.submit(_attempted, of, task)
            futures[i].exception()
            workers.revive()
            for later in range(i + 1, len(tasks)):
                if not futures[later].done() or _is_lost(futures[later]):
                    futures[later] = workers.submit(_attempted, of, tasks[later])
        error = futures[i].exception()
        yield futures[i].result() if error is None else Ended(_reason(error))


def _is_lost(future: Future[Any]) -> bool:
    """Whether there is no answer since the processes broke down; waits for the end of the task."""
    from concurrent.futures import BrokenExecutor

    return future.cancelled() or isinstance(future.exception(), BrokenExecutor)


def _reason(error: BaseException) -> str:
    from concurrent.futures import BrokenExecutor

    from pebble import ProcessExpired

    match error:
        case MemoryError():
            return "it needs more memory than there is"
        case ProcessExpired():
            number = -int(error.exitcode or 0)
            return f"its process ended ({f'signal {number}' if number > 0 else f'exit code {-number}'})"
        case BrokenExecutor():
            return "its process ended at once"
        case _:
            return f"{type(error).__name__}: {' '.join(str(error).split())}"
