"""Long searches: what they say is shown on standard error, and told if they are cut short."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Iterator

from algebra_tnn.cli.failures import cut_short
from algebra_tnn.cli.printing import ProgressLine, is_terminal


class Watch:
    """Remembers what a search said last, and shows it where somebody looks."""

    def __init__(self, line: ProgressLine | None) -> None:
        self._line = line
        self.last = "at the beginning"

    def say(self, text: str) -> None:
        self.last = text
        if self._line is not None:
            self._line.say(text)


@contextlib.contextmanager
def watched(options: argparse.Namespace) -> Iterator[Watch]:
    """Progress on stderr, on a terminal or with ``-v``; Ctrl-C, or the end of the time, says how far the search got."""
    shown = sys.stderr is not None and not options.quiet and (options.verbose or is_terminal(sys.stderr))
    line = ProgressLine(sys.stderr) if shown else None
    watch = Watch(line)
    try:
        yield watch
    except KeyboardInterrupt as stop:
        raise cut_short(stop, f"({watch.last})") from None
    finally:
        if line is not None:
            line.clear()
