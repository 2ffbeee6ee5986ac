"""What a worker of a cluster does with a call: it computes it in a process of its own, which can be killed.

A case that takes too long or too much memory, or that ends its interpreter, then costs itself and not the worker with
all that it holds. How the call ended comes back as data, since exceptions lose their exit codes on the way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from multiprocessing import current_process
from threading import Lock
from typing import Any, Literal, TypeAlias

from pebble import ProcessExpired

from algebra_tnn import __version__
from algebra_tnn.atlas.cases import rule_set
from algebra_tnn.atlas.local_workers import Limits, LocalWorkers

_starting = Lock()


@dataclass(frozen=True, slots=True)
class Release:
    """Whose answers can stand in one file: the version of the package, and its rules."""

    version: str
    rules: str

    def __str__(self) -> str:
        return f"algebra-tnn {self.version} with the rules {self.rules}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """``value`` is that of the call; at a death the exit code, and for another release that of the worker."""

    end: Literal["value", "time", "memory", "death", "release", "daemonic"]
    value: Any = None


Call: TypeAlias = tuple[Limits, Callable[..., Any], tuple[Any, ...]]


def release() -> Release:
    """Of the package that this process has."""
    return Release(__version__, rule_set())


def objection(wanted: Release) -> Outcome | None:
    """Why this worker cannot help; None if it can."""
    if release() != wanted:
        return Outcome("release", release())
    return Outcome("daemonic") if current_process().daemon else None


def outcome(wanted: Release, call: Call, threads: int | None = None) -> Outcome:
    """How a call within limits ends. Raises: what the call raises."""
    against = objection(wanted)
    if against is not None:
        return against
    limits, function, arguments = call
    with _starting:
        processes = _processes(threads or _threads())
    try:
        return Outcome("value", processes.submit_within(limits, function, *arguments).result())
    except TimeoutError:
        return Outcome("time")
    except MemoryError:
        return Outcome("memory")
    except ProcessExpired as error:
        return Outcome("death", error.exitcode)


@cache
def _processes(number: int) -> LocalWorkers:
    return LocalWorkers(number)


def _threads() -> int:
    """How many calls this worker takes at the same time."""
    from distributed import get_worker

    return int(get_worker().state.nthreads)
