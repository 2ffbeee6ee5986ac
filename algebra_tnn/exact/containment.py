"""Computations in a child process, which ends when its time or its memory does, or when the user has had enough.

FLINT's C code does not listen to Ctrl-C, and where memory ends, or an inverse modulo a composite number is missing, it
ends the whole process. What may come to that runs in a child, whose death is an exception here, in one sentence.

The child is a new interpreter and not a fork: a fork of a process with threads, such as those of a BLAS, may hang, and
it counts the memory of its parent as its own. So the function and its arguments are pickled, and the child finds the
function by its name, in a module that is not ``__main__``.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import re
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, TypeVar

T = TypeVar("T")

_START = f"import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); import {__name__} as c; c.serve()"
_WINDOWS = sys.platform == "win32"
_PATIENCE = 5  # seconds for the last words of a child that has ended to arrive


class ChildDied(RuntimeError):
    """A child process ended without a value: one sentence says what ran, what ended it, and what to do.

    ``reason`` is "time", "memory" or "death"; ``last`` is what the function reported last, None if nothing.
    """

    def __init__(self, sentence: str, reason: str, last: Any = None) -> None:
        super().__init__(sentence, reason, last)
        self.reason, self.last = reason, last

    def __str__(self) -> str:
        return str(self.args[0])


def contained(
    function: Callable[..., T],
    *arguments: Any,
    seconds: float | None = None,
    megabytes: int | None = None,
    progress: Callable[[Any], None] | None = None,
    name: str | None = None,
) -> T:
    """The value of ``function(*arguments)``, computed in a child process within a budget of time and of memory.

    What the function raises is raised here; what it prints is written to stderr at the end; what it passes to
    ``report`` is handed to ``progress`` at once. Ctrl-C, or an exception of ``progress``, ends the child and all that
    it started. The child ends with this process as well: at once on Linux, elsewhere when the function is done.

    Args: function: one that a module defines at its top level; it, the arguments and the value are pickled.
    seconds: wall time, from the moment when the child has imported the function. megabytes: address space beyond that
    of the same moment; systems other than Linux do not limit it. name: what runs, in the words of the user.
    Cost: the start of an interpreter that imports the function's module, a quarter of a second for those of ``exact``.
    Raises: ChildDied; TypeError for a function that a child cannot find; ValueError for a budget that is not positive.
    """
    name = name or f"{function.__module__}.{function.__qualname__}"
    for budget, unit in ((seconds, "seconds"), (megabytes, "megabytes")):
        if budget is not None and budget <= 0:
            raise ValueError(f"the budget of {name} is {budget} {unit}; give a positive number, or None for no limit")
    if function.__module__ == "__main__" or "<" in function.__qualname__:
        raise TypeError(f"a child process cannot find {name}; define it at the top level of a module with a name")
    limits = {"megabytes": megabytes, "digits": sys.get_int_max_str_digits()}
    child = _Child(pickle.dumps(sys.path) + pickle.dumps(limits) + pickle.dumps((function, arguments)))
    last, deadline = None, None
    try:
        while True:
            kind, content = child.message(deadline)
            if kind == "value":
                value: T = content
                return value
            if kind == "ready":
                deadline = None if seconds is None else time.monotonic() + seconds
            elif kind == "report":
                last = content
                if progress is not None:
                    progress(content)
            elif kind == "late":
                sentence = f"{name} was not done after {seconds} seconds; allow more time, or ask for less"
                raise ChildDied(sentence, "time", last)
            elif kind == "error" and not isinstance(content, MemoryError):
                raise content
            else:
                raise _death(name, megabytes, last, content, child)
    finally:
        child.end()
        child.pass_on()


def report(value: Any) -> None:
    """Sends progress, or a partial result, to the process that contains this one; elsewhere it does nothing."""
    if _channel is not None:
        _send(_channel, "report", value)


def _death(name: str, megabytes: int | None, last: Any, error: Exception, child: _Child) -> ChildDied:
    status, words = child.end(), child.last_words()
    if not isinstance(error, (EOFError, pickle.UnpicklingError, MemoryError)):
        sentence = f"{name} sent what cannot be read here ({type(error).__name__}: {error}); let it return plain data"
        return ChildDied(sentence, "death", last)
    if isinstance(error, MemoryError) or re.search("alloc", words, re.IGNORECASE):
        limit = "there is" if megabytes is None else f"the {megabytes} megabytes that it was allowed"
        return ChildDied(f"{name} needed more memory than {limit}; allow more, or ask for less", "memory", last)
    end = f"was ended by {signal.Signals(-status).name}" if status < 0 else f"ended with exit code {status}"
    complaint = f" ({words})" if words else ""
    return ChildDied(f"{name} {end}{complaint} before it had an answer; ask for less", "death", last)


class _Child:
    """The parent's side: the process, and threads that write to it, take its messages and listen to its stderr."""

    def __init__(self, job: bytes) -> None:
        self._messages: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
        self._heard: list[str] = []
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=not _WINDOWS,  # Ctrl-C is for the parent, and the group can be ended as a whole
        )
        work = (
            (self._give, self._process.stdin),
            (self._take, self._process.stdout),
            (self._hear, self._process.stderr),
        )
        self._threads = [threading.Thread(target=target, args=(stream, job), daemon=True) for target, stream in work]
        for thread in self._threads:
            thread.start()

    def _give(self, stream: IO[bytes], job: bytes) -> None:
        with contextlib.suppress(OSError):
            stream.write(job)
            stream.flush()  # and it stays open: the child ends when this process does, and the stream with it

    def _take(self, stream: IO[bytes], _: bytes) -> None:
        try:
            while True:
                self._messages.put(pickle.load(stream))
        except Exception as error:  # the stream has ended, or what came cannot be unpickled here
            self._messages.put(("end", error))

    def _hear(self, stream: IO[bytes], _: bytes) -> None:
        for line in stream:
            self._heard.append(line.decode(errors="replace"))

    def message(self, deadline: float | None) -> tuple[str, Any]:
        """The next message; "late" if there is none before the deadline."""
        try:
            return self._messages.get(timeout=None if deadline is None else max(deadline - time.monotonic(), 0))
        except queue.Empty:
            return "late", None

    def end(self) -> int:
        """Ends the child and its group, if they have not ended; the exit status."""
        if self._process.returncode is None:  # nobody has waited for the child, so its number is not another's yet
            with contextlib.suppress(ProcessLookupError, PermissionError):
                self._process.kill() if _WINDOWS else os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            streams = (self._process.stdin, self._process.stdout, self._process.stderr)
            for thread, stream in zip(self._threads, streams, strict=True):
                thread.join(_PATIENCE)
                if stream is not None and not thread.is_alive():
                    with contextlib.suppress(OSError):
                        stream.close()
        return int(self._process.returncode)

    def last_words(self) -> str:
        """The last line on stderr, shortened; nothing of it is passed on then."""
        lines = "".join(self._heard).split("\n")
        self._heard.clear()
        return next((" ".join(line.split())[:200] for line in reversed(lines) if line.strip()), "")

    def pass_on(self) -> None:
        if self._heard and sys.stderr is not None:
            sys.stderr.write("".join(self._heard))


# The child's side.

_channel: IO[bytes] | None = None


def serve() -> None:
    """Answers the job on stdin. Messages take the place of stdout, and what is printed goes to stderr."""
    global _channel
    _channel = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _answer(sys.stdin.buffer, _channel)


def _answer(job: IO[bytes], channel: IO[bytes]) -> None:
    try:
        limits = pickle.load(job)
        sys.set_int_max_str_digits(limits["digits"])
        function, arguments = pickle.load(job)
        _end_with_parent(job)
        _limit_memory(limits["megabytes"])
        _send(channel, "ready", None)
        value = function(*arguments)
        sys.stdout.flush()
        try:
            _send(channel, "value", value)
        except (TypeError, AttributeError, pickle.PicklingError) as error:
            name = f"{function.__module__}.{function.__qualname__}"
            raise TypeError(f"the value of {name} cannot be sent from one process to another: {error}") from None
    except BaseException as error:
        sys.stdout.flush()
        _send(channel, "error", _portable(error))


def _send(channel: IO[bytes], kind: str, content: Any) -> None:
    channel.write(pickle.dumps((kind, content)))
    channel.flush()


def _portable(error: BaseException) -> BaseException:
    """The exception with a note where it comes from, or one that says the same if it does not survive pickling."""
    lines = "".join(traceback.format_exception(error))
    try:
        error.add_note(f"In the child process:\n{lines}")
        pickle.loads(pickle.dumps(error))
    except Exception:
        error = RuntimeError(f"{type(error).__name__}: {error}")
        error.add_note(f"In the child process:\n{lines}")
    return error


def _end_with_parent(job: IO[bytes]) -> None:
    """Asks for the signal SIGIO, which ends a process, once something happens to stdin: its other end is closed."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import fcntl

        fcntl.fcntl(job.fileno(), fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(job.fileno(), fcntl.F_SETFL, fcntl.fcntl(job.fileno(), fcntl.F_GETFL) | os.O_ASYNC)


def _limit_memory(megabytes: int | None) -> None:
    """Limits the address space to what it is now and so much more, where the system says what it is: on Linux."""
    if megabytes is None:
        return
    with contextlib.suppress(ImportError, OSError):
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[0])
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = pages * resource.getpagesize() + megabytes * 2**20
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # an abort leaves no file
