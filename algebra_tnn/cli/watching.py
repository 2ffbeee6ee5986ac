"""Long searches: what they say is shown on standard error, and told if they are cut short."""

from __future__ import annotations

import argparse
import contextlib
import re
import sys
import time
from collections.abc import Iterator

from algebra_tnn.cli.failures import cut_short
from algebra_tnn.cli.printing import ProgressLine
from algebra_tnn.cli.terminal import is_watched

_SHARE = re.compile(r"\b([0-9,]+) of ([0-9,]+)\b")
_BAR = 20  # characters


class Watch:
    """Remembers what a search said last, and shows it where somebody looks."""

    def __init__(self, line: ProgressLine | None) -> None:
        self._line = line
        self._start = time.monotonic()
        self.last = "at the beginning"

    def say(self, text: str, *, paced: bool = False) -> None:
        """``paced`` if the text itself says the rate and the time that is left."""
        self.last = text
        if self._line is not None:
            self._line.say(text if paced else with_pace(text, time.monotonic() - self._start))


def with_pace(text: str, elapsed: float) -> str:
    """A report with a bar, the rate, and about how long the rest takes, if it says "3 of 40" of something.

    >>> with_pace("row 30 of 40: 2,2,2", elapsed=10)
    '[###############.....] row 30 of 40: 2,2,2 (3 a second, 3 s left)'
    >>> with_pace("block (2, 3)", elapsed=10)
    'block (2, 3)'
    """
    share = _SHARE.search(text)
    if share is None:
        return text
    done, total = (int(number.replace(",", "")) for number in share.groups())
    if not 0 < done <= total or elapsed <= 0:
        return text
    rate = done / elapsed
    return f"{bar(done, total)} {text} ({rate:.3g} a second, {(total - done) / rate:,.0f} s left)"


def bar(done: int, total: int) -> str:
    """How much is done, drawn with twenty characters."""
    full = min(_BAR, _BAR * done // total) if total else _BAR
    return f"[{'#' * full}{'.' * (_BAR - full)}]"


@contextlib.contextmanager
def watched(options: argparse.Namespace, saved: str = "") -> Iterator[Watch]:
    """Progress on stderr, on a terminal or with ``-v``; Ctrl-C, or the end of the time, says how far the search got,
    and what it saved."""
    line = ProgressLine(sys.stderr) if is_watched(options) else None
    watch = Watch(line)
    try:
        yield watch
    except KeyboardInterrupt as stop:
        raise cut_short(stop, f"({'; '.join(filter(None, (watch.last, saved)))})") from None
    finally:
        if line is not None:
            line.clear()
