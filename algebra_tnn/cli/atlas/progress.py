"""The progress of a sweep: a bar on standard error for people, a log of JSON lines for machines."""

from __future__ import annotations

import argparse
import contextlib
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from algebra_tnn.cli.atlas.plans import duration
from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.printing import say
from algebra_tnn.cli.watching import bar, watched

if TYPE_CHECKING:
    from algebra_tnn.atlas.progress import Progress


@contextlib.contextmanager
def reported(options: argparse.Namespace, again: str) -> Iterator[Callable[[Progress], None]]:
    """Where a sweep says how far it is; Ctrl-C is answered by that and by ``again``, how to go on. Raises: BadInput."""
    log = _Log(options.json_log)
    last: Progress | None = None

    with watched(options) as watch:

        def report(progress: Progress) -> None:
            nonlocal last
            last = progress
            watch.say(line(progress), paced=True)
            log.write("progress", progress)

        try:
            yield report
        except KeyboardInterrupt:
            if last is not None:
                log.write("interrupted", last)
            watch.last = f"{watch.last}; {again}"
            raise
        if last is not None:
            log.write("end", last)


def line(progress: Progress) -> str:
    """The progress in a line: a bar, the rate, the time that is left, and how many rows have which status."""
    parts = [
        f"{bar(progress.done, progress.total)} {progress.done:,} of {progress.total:,}",
        f"{progress.rate:.3g}/s",
    ]
    if progress.remaining is not None:
        parts.append(f"{duration(progress.remaining)} left")
    parts += [f"{count:,} {status}" for status, count in progress.counts.items() if count]
    return ", ".join(parts)


class _Log:
    """Writes events as JSON, one a line, behind what the file holds already."""

    def __init__(self, path: str | None) -> None:
        """Raises: BadInput."""
        self.path = path
        if path not in (None, "-"):
            self._add("")  # says at once if it cannot be written

    def write(self, event: str, progress: Progress) -> None:
        """Raises: BadInput."""
        if self.path is None:
            return
        about: dict[str, Any] = {"event": event, "time": round(time.time(), 3), **asdict(progress)}
        text = json.dumps(about)
        if self.path == "-":
            say(text)
        else:
            self._add(text + "\n")

    def _add(self, text: str) -> None:
        assert self.path is not None
        try:
            with open(self.path, "a", encoding="utf-8") as file:
                file.write(text)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise BadInput(f"--json-log {self.path} cannot be written: {reason}") from None
