"""The command runs in a child process, which this one outlives.

FLINT's C code does not listen to Ctrl-C, and where memory ends it ends its process. So the process that was started
forks at once, while it is small and has no threads, does nothing but wait for the child, and turns the child's death
into one sentence and an exit code. The child has the same standard streams, so nothing is copied.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import NoReturn

from algebra_tnn.cli.failures import Exit, OutOfTime, complain
from algebra_tnn.cli.terminal import be_silent, share_the_line, speak, tell_that_it_runs

GRACE = 0.7  # seconds in which the child may say how far it got, after Ctrl-C or at the end of its time

SILENCE = 2.0  # seconds without a word, after which a terminal is told that the command still runs

_to_parent: int | None = None


def supervised(work: Callable[[], int]) -> int:
    """The exit code of the work, which is done in a child; where there is no fork, it is done here."""
    global _to_parent
    if not hasattr(os, "fork"):
        return work()
    share_the_line()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _to_parent = writing
        _end_with_parent()
        _hear_once()
        return work()
    os.close(writing)
    return _Supervisor(child, reading).exit_code()


def keep_limits(options: argparse.Namespace) -> None:
    """Limits this process to the ``--timeout`` and ``--memory`` of the command, if it has them.

    A command with a ``grace`` is given so many seconds, instead of ``GRACE``, to end after Ctrl-C.
    """
    if not getattr(options, "quiet", False):
        be_silent()
    seconds, megabytes = getattr(options, "seconds", None), getattr(options, "megabytes", None)
    grace = getattr(options, "grace", None)
    if grace is not None and _to_parent is not None:
        os.write(_to_parent, f"grace {grace}\n".encode())
    if megabytes is not None:
        _limit_memory(megabytes)
    if seconds is not None and hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, _out_of_time)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        if _to_parent is not None:
            os.write(_to_parent, f"{seconds}\n".encode())


def _out_of_time(number: int, frame: FrameType | None) -> NoReturn:
    raise OutOfTime


def _limit_memory(megabytes: int) -> None:
    """Limits the address space to what it is now and so much more, where the system says what it is: on Linux."""
    with contextlib.suppress(ImportError, OSError):
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = pages * resource.getpagesize() + megabytes * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # an abort leaves no file


def _end_with_parent() -> None:
    """A parent that is killed takes the child with it, where the system can do that: on Linux."""
    if sys.platform == "linux":
        import ctypes

        death_signal = 1  # PR_SET_PDEATHSIG
        ctypes.CDLL(None).prctl(death_signal, int(signal.SIGKILL))


def _hear_once() -> None:
    """Ctrl-C comes twice, from the terminal and from the parent; the second would disturb the answer to the first."""

    def interrupted(number: int, frame: FrameType | None) -> NoReturn:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        raise KeyboardInterrupt

    if signal.getsignal(signal.SIGINT) == signal.default_int_handler:
        signal.signal(signal.SIGINT, interrupted)


class _Supervisor:
    """Waits for the child; says how it died if it could not say so itself."""

    def __init__(self, child: int, reading: int) -> None:
        self.child, self.reading = child, reading
        self.end: float | None = None  # when the child is killed
        self.reason = ""
        self.grace = GRACE
        self.code = Exit.INTERNAL
        self.start = time.monotonic()
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._passed_on)

    def _passed_on(self, number: int, frame: FrameType | None) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.child, number)

    def exit_code(self) -> int:
        while True:
            try:
                if not self._waited():
                    break
            except KeyboardInterrupt:
                self._passed_on(signal.SIGINT, None)
                self._allow(0, "interrupted before there was an answer", Exit.INTERRUPTED)
        _, status = os.waitpid(self.child, 0)
        speak()  # in place of a child that died in silence
        if os.WIFEXITED(status):
            return os.WEXITSTATUS(status)
        return self._died(signal.Signals(os.WTERMSIG(status)))

    def _waited(self) -> bool:
        """Waits for a message of the child; False once it has ended."""
        import select

        if select.select([self.reading], [], [], self._pause())[0]:
            message = os.read(self.reading, 100)
            for line in message.decode().splitlines():
                self._hear(line)
            return bool(message)
        if self.end is None or time.monotonic() < self.end:
            self._tell_that_it_runs()
            return True
        os.kill(self.child, signal.SIGKILL)
        self.end = None
        return True

    def _pause(self) -> float:
        """How long to wait before there is something to do without a message."""
        return 1.0 if self.end is None else min(1.0, max(0.0, self.end - time.monotonic()))

    def _tell_that_it_runs(self) -> None:
        elapsed = time.monotonic() - self.start
        if elapsed >= SILENCE:
            tell_that_it_runs(elapsed)

    def _hear(self, message: str) -> None:
        """What the child says of its limits; each message is written at once, so that none comes in parts."""
        if message.startswith("grace "):
            self.grace = float(message.split()[1])
            return
        self._allow(
            float(message),
            "out of time before there was an answer; allow more with --timeout, or ask for less",
            Exit.UNDECIDED,
        )

    def _allow(self, seconds: float, reason: str, code: Exit) -> None:
        self.end, self.reason, self.code = time.monotonic() + seconds + self.grace, reason, code

    def _died(self, number: signal.Signals) -> int:
        if self.reason and number == signal.SIGKILL:
            complain(self.reason)
            return self.code
        if number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
        if number in (signal.SIGABRT, signal.SIGKILL):
            complain(
                f"over a limit: the computation was ended by {number.name}, as happens where memory ends; ask for "
                "less, or allow more with --memory if you have limited it"
            )
            return Exit.UNDECIDED
        complain(f"internal error (the computation was ended by {number.name})")
        return Exit.INTERNAL
