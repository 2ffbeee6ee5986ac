"""All rows as one CSV file."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from algebra_tnn.atlas.rows import COLUMNS, Value

if TYPE_CHECKING:
    from algebra_tnn.atlas.store import Stored

NAME = "atlas.csv"


def opened(folder: Path) -> TextIO:
    """What is no Unicode, in a damaged atlas, is written as an escape."""
    return open(folder / NAME, "w", encoding="utf-8", errors="backslashreplace", newline="")


class Delimited:
    """A header with the names of ``COLUMNS``, and a line for each row; what is NULL is empty."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._lines = csv.writer(file)
        self._lines.writerow(COLUMNS)

    def add(self, rows: Sequence[Stored], columns: Mapping[str, Sequence[Value]]) -> None:
        self._lines.writerows(zip(*columns.values(), strict=True))

    def finish(self) -> None:
        self._file.close()
