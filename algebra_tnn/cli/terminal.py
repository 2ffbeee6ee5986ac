"""The terminal, where progress is shown: which process may write to its line.

The parent process, which waits, tells that a silent command still runs; the child, which works, has its own progress
and its answer. One byte of shared memory says whether the child has been silent so far.
"""

from __future__ import annotations

import argparse
import contextlib
import mmap
import sys
from typing import TextIO

_is_silent: mmap.mmap | None = None  # one byte, which both processes see


def is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def is_watched(options: argparse.Namespace) -> bool:
    """Whether progress is shown: on a terminal or with ``-v``."""
    return sys.stderr is not None and not options.quiet and (options.verbose or is_terminal(sys.stderr))


def share_the_line() -> None:
    """To be called before the fork."""
    global _is_silent
    _is_silent = mmap.mmap(-1, 1)


def be_silent() -> None:
    """The child works from now on, and has nothing to say yet."""
    if _is_silent is not None and is_terminal(sys.stderr):
        _is_silent[0] = 1


def speak() -> None:
    """Clears the line of the parent, which is not to write it again; what follows is the child's."""
    if _is_silent is not None and _is_silent[0]:
        _is_silent[0] = 0
        _write_line("")


def tell_that_it_runs(seconds: float) -> None:
    """What the parent says of a silent child, in place of what it said before."""
    if _is_silent is not None and _is_silent[0]:
        _write_line(f"{seconds:.0f} s; Ctrl-C ends it")


def _write_line(text: str) -> None:
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()
