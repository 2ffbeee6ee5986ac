"""Sweeps on many machines: an executor on a cluster of Dask.

Dask ships the calls, brings the results back as they are done, and gives what a lost worker had to another one. What is
added here: limits for each call, a check that all workers have this release of the package, and patience with a
scheduler that is started again.
"""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from dataclasses import dataclass
from importlib.util import find_spec
from threading import Event, RLock, Thread
from typing import Any

from algebra_tnn.atlas.local_workers import Limits
from algebra_tnn.atlas.node import Call, Outcome, Release, objection, outcome, release
from algebra_tnn.atlas.store import AtlasError

TIMEOUT = 8.0  # seconds in which the scheduler and a first worker answer; a user is told within ten
PATIENCE = 30.0  # seconds in which a scheduler that was lost may come back
_PAUSE = 0.5  # seconds between attempts to reach it again
_TO_CLOSE = 0.5  # seconds for goodbyes: Ctrl-C is answered within two
_ADDRESS = re.compile(r"(?:(?:tcp|tls|ws|wss)://)?(?:\[[0-9a-fA-F:.]+\]|[\w.-]+):([0-9]{1,5})", re.ASCII)
_REMEDY = "start workers that may have child processes: DASK_DISTRIBUTED__WORKER__DAEMON=False dask worker"


@contextlib.contextmanager
def cluster_executor(address: str, timeout: float = TIMEOUT, patience: float = PATIENCE) -> Iterator[ClusterExecutor]:
    """An executor whose calls are computed by the workers of the scheduler at ``address``, such as tcp://host:8786.

    Certificates for tls:// are those of Dask's own configuration. ``timeout`` is for the first connection, ``patience``
    for a scheduler that is lost later: if it is back at the same address in time, what was in flight is sent again.

    Raises: AtlasError if Dask is missing, nobody answers, or a worker has another release of this package.
    """
    _require(address)
    executor = ClusterExecutor(address, timeout, patience)
    try:
        yield executor
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


@dataclass(slots=True)
class _Flight:
    """A call that is under way; ``handle`` is Dask's future, None while there is no connection."""

    call: Call
    handle: Any = None


class ClusterExecutor(Executor):
    """``submit`` as executors have it, ``submit_within`` with limits for that one call.

    ``capacity`` is how many calls the workers took at the same time when the connection was made.
    """

    def __init__(self, address: str, timeout: float = TIMEOUT, patience: float = PATIENCE) -> None:
        """Raises: AtlasError."""
        self.address, self.patience = address, patience
        self._release = release()
        self._lock, self._over = RLock(), Event()
        self._flights: dict[Future[Any], _Flight] = {}
        self._broken: AtlasError | None = None
        self._client, self.capacity = _connection(address, timeout, self._release)

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        """Raises: TypeError for arguments with names, RuntimeError after the end."""
        if named:
            raise TypeError(f"arguments with names ({', '.join(named)}) are not sent; give them by their places")
        return self.submit_within(Limits(), function, *arguments)

    def submit_within(self, limits: Limits, function: Callable[..., Any], /, *arguments: Any) -> Future[Any]:
        """The future ends with TimeoutError or MemoryError at a limit, with pebble's ProcessExpired at a death, with
        AtlasError if the cluster is lost. Raises: RuntimeError after the end."""
        if self._over.is_set():
            raise RuntimeError("the executor is closed; make another one")
        future: Future[Any] = Future()
        with self._lock:
            if self._broken is not None:
                future.set_exception(self._broken)
                return future
            self._flights[future] = _Flight((limits, function, arguments))
        future.add_done_callback(self._forget)
        self._send(future)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Calls that workers have begun go on there until they are done or at a limit, and nobody hears of them."""
        if wait and not cancel_futures:
            from concurrent.futures import wait as done

            done(list(self._flights))
        self._over.set()
        for future in list(self._flights):
            future.cancel()
        with self._lock:
            client, self._client = self._client, None
        _close(client)

    def _forget(self, future: Future[Any]) -> None:
        with self._lock:
            self._flights.pop(future, None)  # with the last reference to its future Dask drops the call

    def _send(self, future: Future[Any]) -> None:
        """Hands a call to Dask, if there is a connection; otherwise it waits for one."""
        with self._lock:
            flight = self._flights.get(future)
            if flight is None or self._client is None:
                return
            try:
                flight.handle = self._client.submit(outcome, self._release, flight.call, pure=False)
                flight.handle.add_done_callback(lambda handle: self._done(future, handle))
            except Exception:  # Dask has no class for a client that its scheduler has left
                self._lost()

    def _done(self, future: Future[Any], handle: Any) -> None:
        """What becomes of a call, in a thread of Dask."""
        from distributed.scheduler import KilledWorker

        with self._lock:
            flight = self._flights.get(future)
            if flight is None or flight.handle is not handle or self._over.is_set():
                return
        try:
            if handle.status == "error":
                error = handle.exception()
                self._end(future, Outcome("death", -9) if isinstance(error, KilledWorker) else error)
            elif handle.status == "finished":
                self._end(future, handle.result())
            else:
                self._lost()
        except (Exception, CancelledError):  # the connection broke before the answer was here
            self._lost()

    def _end(self, future: Future[Any], found: Outcome | BaseException) -> None:
        if isinstance(found, Outcome) and found.end == "value":
            ended = future.set_running_or_notify_cancel()
            if ended:
                future.set_result(found.value)
        elif future.set_running_or_notify_cancel():
            future.set_exception(found if isinstance(found, BaseException) else _error(found, self._release))

    def _lost(self) -> None:
        """Nobody answers any more: the connection is made anew, by a thread, since Dask's own must not wait."""
        with self._lock:
            client, self._client = self._client, None
            if client is None or self._over.is_set():
                return
        Thread(target=self._regain, args=(client,), daemon=True).start()

    def _regain(self, client: Any) -> None:
        _close(client)
        end, reason = time.monotonic() + self.patience, "nobody answers there"
        while not self._over.is_set() and (left := end - time.monotonic()) > 0:
            try:
                found, capacity = _connection(self.address, max(left, _PAUSE), self._release)
            except AtlasError as error:
                reason = str(error)
                self._over.wait(_PAUSE)
                continue
            with self._lock:
                if self._over.is_set():
                    _close(found)
                    return
                self._client, self.capacity = found, capacity
                for future in list(self._flights):
                    self._send(future)
            return
        with self._lock:
            self._broken = AtlasError(
                f"the scheduler at {self.address} was lost and not back within {self.patience:g} seconds ({reason}); "
                "finished rows are kept: start it again, then resume the sweep"
            )
            for future in list(self._flights):
                self._end(future, self._broken)


def _require(address: str) -> None:
    """Raises: AtlasError for what is no address, or without Dask."""
    match = _ADDRESS.fullmatch(address)
    if match is None or not 0 < int(match[1]) < 2**16:
        raise AtlasError(f"{address[:80]!r} is no address of a scheduler; write it such as tcp://host:8786")
    if find_spec("distributed") is None:
        raise AtlasError("a cluster needs Dask, which is not installed; pip install 'algebra-tnn[cluster]'")


def _connection(address: str, timeout: float, wanted: Release) -> tuple[Any, int]:
    """A client of Dask, and how many calls its workers take at the same time. Raises: AtlasError."""
    from distributed import Client

    _silence()
    end = time.monotonic() + timeout
    try:
        client = Client(address, timeout=timeout, set_as_default=False)
    except (OSError, TypeError, ValueError, RuntimeError) as error:  # TypeError: tls without certificates
        why = " ".join(str(error).split())[:200] or type(error).__name__
        raise AtlasError(f"no scheduler answers at {address} within {timeout:g} seconds ({why}); start it") from None
    try:
        client.wait_for_workers(1, timeout=max(0.1, end - time.monotonic()))
        _require_fit(client.run(objection, wanted, on_error="return"), wanted)
        return client, sum(client.nthreads().values())
    except AtlasError:
        _close(client)
        raise
    except (OSError, TimeoutError, RuntimeError, ValueError, CancelledError):
        _close(client)
        raise AtlasError(f"the scheduler at {address} has no workers; start some: dask worker {address}") from None


def _require_fit(found: dict[str, Any], wanted: Release) -> None:
    """Raises: AtlasError that names the first worker which cannot help."""
    for worker, against in sorted(found.items()):
        if isinstance(against, BaseException):
            why = " ".join(str(against).split())[:200]
            raise AtlasError(f"the worker {worker} cannot load algebra-tnn ({why}); install {wanted} there")
        if against is not None:
            raise AtlasError(f"the worker {worker}: {_error(against, wanted)}")


def _error(found: Outcome, wanted: Release) -> Exception:
    """The exception that says how a call ended."""
    from pebble import ProcessExpired

    match found.end:
        case "time":
            return TimeoutError()
        case "memory":
            return MemoryError()
        case "death":
            return ProcessExpired("the process of the call ended", code=int(found.value or 0))
        case "daemonic":
            return AtlasError(f"a worker may not start processes that can be killed; {_REMEDY}")
        case _:
            return AtlasError(f"a worker has {found.value}, but here is {wanted}; install the same release on both")


def _close(client: Any) -> None:
    if client is not None:
        with contextlib.suppress(Exception, CancelledError):  # nobody may be there to hear it
            client.close(timeout=_TO_CLOSE)


def _silence() -> None:
    """Dask's complaints about a lost connection: what follows from one is said in a sentence."""
    import logging

    for name in list(logging.root.manager.loggerDict):
        if name.split(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
