"""The end of ``verify``: statements by area and status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Protocol

from algebra_tnn.cli.printing import Output

if TYPE_CHECKING:
    from algebra_tnn.library import Statement


class Ran(Protocol):
    """A proof that was run."""

    @property
    def id(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def as_recorded(self) -> bool: ...
    @property
    def trusts(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Line:
    """The statements of an area: how many have which status, a status being kept if all proofs that were run are as
    recorded; and their proofs."""

    area: str
    statements: int
    proved: int
    refuted: int
    stated: int
    broken: int
    proofs: int
    as_recorded: int
    trust_nothing: int


def summary(statements: Sequence[Statement], rows: Sequence[Ran]) -> list[Line]:
    """A line for each area, in the order of the statements."""
    of: dict[str, list[Ran]] = {s.id: [] for s in statements}
    for row in rows:
        of[row.id].append(row)
    lines = []
    for area in dict.fromkeys(s.area for s in statements):
        here = [s for s in statements if s.area == area]
        kept = [s.status for s in here if all(row.as_recorded for row in of[s.id])]
        ran = [row for s in here for row in of[s.id]]
        lines.append(
            Line(
                *(area, len(here), kept.count("proved"), kept.count("refuted"), kept.count("stated")),
                *(len(here) - len(kept), len(ran), sum(row.as_recorded for row in ran)),
                sum(not row.trusts for row in ran if row.status in ("proved", "refuted")),
            )
        )
    return lines


def say_summary(output: Output, lines: Sequence[Line]) -> None:
    """The table with its totals, if there is more than one area."""
    if len(lines) < 2:
        return
    names = ("area", "statements", "proved", "refuted", "stated", "not so", "proofs", "as recorded", "trust nothing")
    numbers = [tuple(map(int, astuple(line)[1:])) for line in lines]
    totals = tuple(map(sum, zip(*numbers, strict=True)))
    table = [names, *((line.area, *row) for line, row in zip(lines, numbers, strict=True)), ("all", *totals)]
    shown = [i for i in range(len(names)) if names[i] != "not so" or totals[i - 1]]
    widths = [max(len(str(row[i])) for row in table) for i in shown]
    output.detail("")
    for row in table:
        cells = [str(row[i]) for i in shown]
        first, *others = (cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
        output.detail("  ".join([cells[0].ljust(len(first)), *others]))
    output.detail("")
