"""``table``: generic ranks, identifiability, and the theorem of Alexander and Hirschowitz, row by row."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.printing import Output
from algebra_tnn.cli.watching import watched

if TYPE_CHECKING:
    from algebra_tnn.explore.tables import Row, Table

NAMES = ("generic-rank", "identifiability", "alexander-hirschowitz")
FORMATS = ("text", "markdown", "csv", "html")


def table(options: argparse.Namespace) -> int:
    if options.name == "alexander-hirschowitz" and options.order is not None:
        raise BadInput("--order is for tensors; forms have a degree: give --max-degree")
    if options.name != "alexander-hirschowitz" and options.max_degree is not None:
        raise BadInput("--max-degree is for forms; tensors have an order: give --order")
    kept = _Kept(options)
    saved = "" if options.keep is None else f"the rows so far are in {options.keep}"
    with watched(options, saved) as watch:
        try:
            found = _table(options, kept.rows, kept.keep, watch.say)
        except ValueError as error:
            raise BadInput(str(error)) from None
    output = Output(options)
    output.answer(getattr(found, f"to_{options.format}")())
    output.object({"command": "table", "name": options.name, **found.to_dict()})
    return Exit.PROVED if found.status == "proved" else Exit.UNDECIDED


def _table(
    options: argparse.Namespace,
    known: dict[str, Row],
    keep: Callable[[str, Row], None],
    report: Callable[[str], None],
) -> Table:
    from algebra_tnn.explore.tables import alexander_hirschowitz_table, generic_rank_table, identifiability_table

    size = options.max_size
    if options.name == "alexander-hirschowitz":
        degree = 4 if options.max_degree is None else options.max_degree
        return alexander_hirschowitz_table(size, degree, known=known, keep=keep, report=report)
    table = generic_rank_table if options.name == "generic-rank" else identifiability_table
    return table(size, 3 if options.order is None else options.order, known=known, keep=keep, report=report)


class _Kept:
    """The rows of earlier runs, one JSON object a line: the table's name, the row's name, and the row."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.path: str | None = options.keep
        self.name: str = options.name
        self.rows: dict[str, Row] = {}
        if self.path is None:
            return
        try:
            with open(self.path, "a+", encoding="utf-8") as file:  # says at once if it cannot be written
                file.seek(0)
                text = file.read()
                lines = text[: text.rfind("\n") + 1]  # a run that was cut short may leave half a line
                if lines != text:
                    file.seek(0)
                    file.truncate()
                    file.write(lines)
        except (OSError, UnicodeDecodeError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise BadInput(f"--keep {self.path} cannot be used: {reason}") from None
        for number, line in enumerate(lines.splitlines(), 1):
            self._read(number, line)

    def _read(self, number: int, line: str) -> None:
        try:
            match json.loads(line):
                case {"table": str(table), "case": str(case), "row": [*row]} if all(isinstance(x, str) for x in row):
                    if table == self.name:
                        self.rows[case] = tuple(map(str, row))
                    return
        except (ValueError, RecursionError):
            pass
        raise BadInput(f"--keep {self.path}, line {number}: it is no row of a table; give the file of an earlier run")

    def keep(self, case: str, row: Row) -> None:
        if self.path is None:
            return
        written: dict[str, Any] = {"table": self.name, "case": case, "row": list(row)}
        try:
            with open(self.path, "a", encoding="utf-8") as file:
                file.write(json.dumps(written, ensure_ascii=False) + "\n")
        except OSError as error:
            raise BadInput(f"--keep {self.path} cannot be written: {error.strerror}") from None
