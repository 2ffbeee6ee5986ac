"""Processes on this machine that compute rows, and that can be killed.

A case that takes too long or too much memory, or that ends its interpreter as FLINT may, costs itself and nothing else:
its process is replaced. The processes end with the one that started them, however that ends.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass
from importlib import import_module
from math import inf
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from pebble import ProcessExpired, ProcessPool

from algebra_tnn.atlas.store import AtlasError

SECONDS_TO_STOP = 1.0
SECONDS_TO_START = 120.0
HEAD_START = 0.002  # seconds: a process that dies before its pool has read that it began is not told from others


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one case: wall time in seconds and memory beyond the program's own in megabytes; None for no limit.

    Raises: AtlasError for what is no positive number.
    """

    seconds: float | None = None
    megabytes: int | None = None

    def __post_init__(self) -> None:
        if self.seconds is not None and not (isinstance(self.seconds, int | float) and 0 < self.seconds < inf):
            raise AtlasError(f"timeout is {self.seconds!r}; give a positive number of seconds, or None for no limit")
        if self.megabytes is not None and not (isinstance(self.megabytes, int) and self.megabytes > 0):
            raise AtlasError(f"megabytes is {self.megabytes!r}; give a positive integer, or None for no limit")

    @property
    def halved(self) -> Limits:
        return Limits(
            None if self.seconds is None else self.seconds / 2,
            None if self.megabytes is None else max(1, self.megabytes // 2),
        )


class LocalWorkers:
    """So many processes; ``submit`` as executors have it, ``submit_within`` with limits for that one call."""

    def __init__(self, jobs: int) -> None:
        if jobs < 1:
            raise ValueError(f"jobs is {jobs}; at least one process is needed")
        self.capacity = jobs
        self._pool = self._started()

    def _started(self) -> ProcessPool:
        """Raises: AtlasError if a process cannot even start."""
        pool = ProcessPool(max_workers=self.capacity, initializer=_prepare, context=get_context("spawn"))
        try:
            pool.schedule(os.getpid).result(SECONDS_TO_START)
        except (BrokenExecutor, ProcessExpired, TimeoutError):
            pool.stop()
            raise AtlasError(
                "the processes of a sweep cannot start; in a script, call `sweep` below "
                '`if __name__ == "__main__":`, since each process imports the script anew'
            ) from None
        return pool

    def revive(self) -> None:
        """New processes, if the pool has broken: that happens where one dies as soon as it has begun."""
        if not self._pool.active:
            self.shutdown(wait=False)
            self._pool = self._started()

    def submit(self, function: Callable[..., Any], /, *arguments: Any) -> Future[Any]:
        return self.submit_within(Limits(), function, *arguments)

    def submit_within(self, limits: Limits, function: Callable[..., Any], /, *arguments: Any) -> Future[Any]:
        """The future ends with TimeoutError or MemoryError at a limit, with pebble's ProcessExpired at a death."""
        task = (limits.megabytes, function, *arguments)
        future: Future[Any] = self._pool.schedule(_limited, args=task, timeout=limits.seconds)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Kills the processes at once, whatever they do, unless ``wait`` lets them finish."""
        if wait and not cancel_futures:
            self._pool.close()
            self._pool.join()
        else:
            self._pool.stop()
            with contextlib.suppress(TimeoutError):
                self._pool.join(SECONDS_TO_STOP)


def _limited(megabytes: int | None, function: Callable[..., Any], *arguments: Any) -> Any:
    time.sleep(HEAD_START)
    with limited_memory(megabytes):
        return function(*arguments)


@contextlib.contextmanager
def limited_memory(megabytes: int | None) -> Iterator[None]:
    """Within, the address space may grow by so much, where the system says what it is: on Linux."""
    if megabytes is None or sys.platform != "linux":
        yield
        return
    import resource

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = pages * resource.getpagesize() + megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _prepare() -> None:
    """A worker leaves Ctrl-C to its parent, dies with it, uses one core, and leaves no file when it aborts."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        import ctypes
        import resource

        death_signal = 1  # PR_SET_PDEATHSIG
        ctypes.CDLL(None).prctl(death_signal, int(signal.SIGKILL))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    from threadpoolctl import threadpool_limits

    import_module("numpy")  # so that its BLAS is there to be limited
    threadpool_limits(limits=1)
