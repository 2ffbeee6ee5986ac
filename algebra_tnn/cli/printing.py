"""What is printed: text with colour where it is welcome, tables, JSON, and the progress of a long search."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from algebra_tnn.cli.failures import output_errors
from algebra_tnn.cli.terminal import is_terminal, speak

if TYPE_CHECKING:
    from algebra_tnn.exact import Progress

_COLOURS = {"green": "32", "red": "31", "yellow": "33", "dim": "2", "bold": "1"}
STATUS_COLOURS = {"proved": "green", "refuted": "red", "undecided": "yellow", "stated": "dim"}
_SECONDS_BETWEEN_REPORTS = 0.4
_LONGEST_NUMBER = 40


class Output:
    """Standard output as the options want it: ``--json`` silences text, ``-q`` all but the answer."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.json: bool = options.json
        self.quiet: bool = options.quiet
        self.verbose: bool = options.verbose
        self._coloured = is_coloured(sys.stdout)

    def answer(self, text: str) -> None:
        if not self.json:
            say(text)

    def detail(self, text: str) -> None:
        if not self.quiet:
            self.answer(text)

    def more(self, text: str) -> None:
        if self.verbose:
            self.answer(text)

    def object(self, value: dict[str, Any]) -> None:
        if self.json:
            sys.set_int_max_str_digits(0)  # the checker, which ran in between, sets its own limit
            say(json.dumps(value))

    def painted(self, text: str, colour: str) -> str:
        return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if self._coloured else text


def is_coloured(stream: TextIO | None) -> bool:
    """Colour is for terminals, and not where NO_COLOR (no-color.org) is set."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def say(text: str) -> None:
    speak()
    with output_errors():
        print(text, flush=True)


def columns(rows: Iterable[Sequence[str]]) -> list[str]:
    """The rows as lines with aligned columns."""
    table = [list(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]


def brief(number: Any) -> str:
    """A number as text, shortened if it is very long."""
    text = str(number)
    return text if len(text) <= _LONGEST_NUMBER else f"{text[:12]}…{text[-6:]} ({len(text)} characters)"


def number_json(number: Any) -> int | str:
    """An integer, or a rational as "3/7"."""
    return int(number) if number.denominator == 1 else str(number)


class ProgressLine:
    """Reports a search on stderr, a few times a second: in place on a terminal, line by line elsewhere."""

    def __init__(self, stream: TextIO, unit: str = "") -> None:
        self._stream, self._unit = stream, unit
        self._in_place = is_terminal(stream)
        self._next = time.monotonic() + _SECONDS_BETWEEN_REPORTS
        self._shown = False

    def __call__(self, progress: Progress) -> None:
        total = f" of {progress.total:,}" if progress.total >= progress.done else ""
        self.say(f"{progress.done:,}{total} {self._unit}; {progress.lower} ≤ k-rank ≤ {progress.upper}")

    def say(self, line: str) -> None:
        """The line, unless there was another one just now."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _SECONDS_BETWEEN_REPORTS
        self._write(f"\r\x1b[K{line}" if self._in_place else line + "\n")
        self._shown = True

    def clear(self) -> None:
        if self._in_place and self._shown:
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        speak()
        try:
            self._stream.write(text)
            self._stream.flush()
        except (OSError, ValueError):
            self._next = float("inf")  # nobody listens any more; the search goes on
