"""``atlas query``: the rows for which a condition is true, as a table, CSV, JSON or Markdown."""

from __future__ import annotations

import argparse
import csv
import io
import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from algebra_tnn.cli.atlas.opening import opened
from algebra_tnn.cli.failures import Exit
from algebra_tnn.cli.printing import Output, columns

if TYPE_CHECKING:
    from algebra_tnn.atlas.querying import Record

Names = Sequence[str]


def query(options: argparse.Namespace) -> int:
    from algebra_tnn.atlas.querying import READABLE, selected

    wanted = None if options.columns is None else options.columns.split(",")
    if wanted == ["all"]:
        wanted = list(READABLE)
    with opened(options.file) as atlas:
        names, rows = selected(atlas, options.where, wanted, options.limit)
    output = Output(options)
    output.answer(_WRITTEN[options.format](names, rows))
    if options.format == "table":
        output.detail(f"{len(rows):,} row{'s' * (len(rows) != 1)}")
    output.object({"command": "atlas query", "columns": list(names), "rows": [list(row) for row in rows]})
    return Exit.PROVED


def _table(names: Names, rows: list[Record]) -> str:
    return "\n".join(columns([list(names), *(list(map(_cell, row)) for row in rows)]))


def _markdown(names: Names, rows: list[Record]) -> str:
    lines = [list(names), ["---"] * len(names)]
    lines += [[_cell(value).replace("\\", "\\\\").replace("|", "\\|") for value in row] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _csv(names: Names, rows: list[Record]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([names, *rows])  # NULL is an empty field
    return text.getvalue().rstrip("\n")


def _json(names: Names, rows: list[Record]) -> str:
    lines = (json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in rows)
    return "[" + ",\n ".join(lines) + "]"


def _cell(value: object) -> str:
    """A value on one line; control characters, which a stranger's atlas may hold, are shown as escapes."""
    text = "" if value is None else str(value)
    return text if text.isprintable() else "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


_WRITTEN: dict[str, Callable[[Names, list[Record]], str]] = {
    "table": _table,
    "csv": _csv,
    "json": _json,
    "md": _markdown,
}
FORMATS = tuple(_WRITTEN)
