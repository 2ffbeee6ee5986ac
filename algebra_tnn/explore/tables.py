"""Tables of generic ranks, identifiability and the theorem of Alexander and Hirschowitz, each row with its status.

A row is *proved*, with the published theorems that it trusts; *probable*, with a bound on the error, where the proved
bounds do not meet; or *open*. A table is computed row by row, and rows that are known already are not computed again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import combinations_with_replacement
from typing import Any, TypeAlias

from algebra_tnn.explore.dimensions import dimension
from algebra_tnn.explore.generic_ranks import generic_rank
from algebra_tnn.explore.identifiability import Identifiability, identifiable
from algebra_tnn.text.markup import headed_table
from algebra_tnn.varieties import Segre, SegreVeronese, Veronese

Row: TypeAlias = tuple[str, ...]
Case: TypeAlias = tuple[str, Callable[[], Row]]  # what the row is called, and how it is computed
Report: TypeAlias = Callable[[str], None]
Keep: TypeAlias = Callable[[str, Row], None]

STATUS = "status"  # the column that each table has


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under named columns, of which one is the status, with a title and notes.

    Raises: ValueError for a row with more or fewer cells than columns.

    >>> table = Table("squares", ("n", "n²", "status"), (("1", "1", "proved"), ("2", "4", "proved")), ())
    >>> print(table.to_text())
    squares
    <BLANKLINE>
    n  n²  status
    1  1   proved
    2  4   proved
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"the row {row} has {len(row)} cells; there is one for each of {self.columns}")

    @property
    def status(self) -> str:
        """Proved if every row is."""
        return "proved" if all(status == "proved" for status in self.column(STATUS)) else "open"

    def column(self, name: str) -> tuple[str, ...]:
        """Raises: ValueError if there is no column of this name."""
        at = self.columns.index(name)
        return tuple(row[at] for row in self.rows)

    def to_text(self) -> str:
        lines = [self.columns, *self.rows]
        widths = [max(map(len, cells)) for cells in zip(*lines, strict=True)]
        aligned = ["  ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)).rstrip() for line in lines]
        return "\n".join([self.title, "", *aligned, *([""] if self.notes else []), *self.notes])

    def to_markdown(self) -> str:
        lines = [self.columns, ("---",) * len(self.columns), *self.rows]
        written = ["| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines]
        return "\n".join([f"**{self.title}**", "", *written, *(f"\n{note}" for note in self.notes)])

    def to_csv(self) -> str:
        """The columns and rows alone."""
        written = io.StringIO()
        csv.writer(written, lineterminator="\n").writerows([self.columns, *self.rows])
        return written.getvalue().removesuffix("\n")

    def to_html(self) -> str:
        notes = "".join(f"\n<p>{escape(note)}</p>" for note in self.notes)
        return headed_table(self.title, self.columns, self.rows) + notes

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object."""
        return {
            "title": self.title,
            "columns": list(self.columns),
            "rows": [list(row) for row in self.rows],
            "notes": list(self.notes),
            "status": self.status,
        }

    def _repr_html_(self) -> str:
        return self.to_html()


def generic_rank_table(
    max_size: int,
    order: int = 3,
    *,
    known: Mapping[str, Row] | None = None,
    keep: Keep | None = None,
    report: Report | None = None,
) -> Table:
    """The generic ranks of the tensors of an order whose modes have from 2 to ``max_size`` indices, in ascending order.

    Args: known: rows by their names, from an earlier run; keep: is handed each new row with its name; report: is told
    how far the table is. Raises: ValueError for sizes and orders below 2.

    >>> generic_rank_table(2).rows
    (('2×2×2', '2', '2', 'proved', ''),)
    """
    _check(max_size=max_size, order=order)

    def row(shape: tuple[int, ...]) -> Row:
        found = generic_rank(Segre(shape))
        value = str(found.lower) if found.meet else f"{found.lower} to {found.upper}"
        return _times(shape), value, str(found.expected), _status(found.meet), ", ".join(found.trusts)

    cases = [(_times(shape), partial(row, shape)) for shape in _shapes(max_size, order)]
    title = f"generic ranks of tensors of order {order} with modes of size 2 to {max_size}"
    columns = ("shape", "generic rank", "expected", STATUS, "trusts")
    note = "Expected is the number of entries over the dimension of the rank-one tensors, rounded up. Characteristic 0."
    return Table(title, columns, _rows(cases, known, keep, report), (note,))


def identifiability_table(
    max_size: int,
    order: int = 3,
    *,
    known: Mapping[str, Row] | None = None,
    keep: Keep | None = None,
    report: Report | None = None,
) -> Table:
    """In how many ways general sums of r rank-one tensors are such sums, for r from 2 until they fill the space.

    Args: as for ``generic_rank_table``.

    >>> identifiability_table(2).rows
    (('2×2×2', '2', 'one', 'proved', 'generic-point', ''),)
    """
    _check(max_size=max_size, order=order)

    def row(shape: tuple[int, ...], r: int) -> Row:
        found = identifiable(Segre(shape).secant(r))
        number, status = _number(found)
        how = found.rule or found.reason.removeprefix("; ").removesuffix("tried:").removesuffix("; ")
        return _times(shape), str(r), number, status, how, ", ".join(found.trusts)

    cases: list[Case] = []
    for shape in _shapes(max_size, order):
        for r in range(2, generic_rank(Segre(shape)).upper + 1):
            cases.append((f"{_times(shape)}, {r}", partial(row, shape, r)))
    title = f"decompositions of general tensors of order {order} with modes of size 2 to {max_size}, and r terms"
    columns = ("shape", "r", "decompositions", STATUS, "how", "trusts")
    note = "General sums of r rank-one tensors, over algebraically closed fields of characteristic 0."
    return Table(title, columns, _rows(cases, known, keep, report), (note,))


def alexander_hirschowitz_table(
    max_size: int,
    max_degree: int = 4,
    *,
    known: Mapping[str, Row] | None = None,
    keep: Keep | None = None,
    report: Report | None = None,
) -> Table:
    """The dimensions of the sums of r powers of linear forms in 2 to ``max_size`` variables, of degree 2 to
    ``max_degree``, for r from 2 until they fill the space.

    Args: as for ``generic_rank_table``.

    >>> alexander_hirschowitz_table(3, 2).rows[1:]
    (('3', '2', '2', '5', '6', '6', '1', 'proved', ''), ('3', '2', '3', '6', '6', '6', '0', 'proved', ''))
    """
    _check(max_size=max_size, max_degree=max_degree)

    def row(variety: SegreVeronese, r: int) -> Row:
        found = dimension(variety.secant(r))
        value = str(found.lower) if found.meet else f"{found.lower} to {found.upper}; {found.probable}"
        defect = "" if found.defect is None else str(found.defect)
        facts = (value, str(found.expected), str(found.ambient), defect)
        status = "probable" if 0 < found.error_bound < 1 else _status(found.meet)
        return str(variety.shape[0]), str(variety.degree), str(r), *facts, status, ", ".join(found.trusts)

    cases: list[Case] = []
    for variety in (Veronese(n, d) for n in range(2, max_size + 1) for d in range(2, max_degree + 1)):
        for r in range(2, generic_rank(variety).upper + 1):
            name = f"{variety.shape[0]}, {variety.degree}, {r}"
            cases.append((name, partial(row, variety, r)))
    title = f"sums of r powers of degree d ≤ {max_degree} of linear forms in n ≤ {max_size} variables"
    columns = ("n", "d", "r", "dimension", "expected", "ambient", "defect", STATUS, "trusts")
    return Table(title, columns, _rows(cases, known, keep, report), ("Affine dimensions, in characteristic 0.",))


def _number(found: Identifiability) -> tuple[str, str]:
    """How many decompositions, in words, and what is known of that."""
    if found.globally == "proved":
        return "one", "proved"
    if found.finite == "refuted":
        return "infinitely many", "proved"
    if found.globally == "refuted":
        return str(found.decompositions or "several"), "proved"
    return ("finitely many" if found.finite == "proved" else "?"), "open"


def _rows(
    cases: Sequence[Case], known: Mapping[str, Row] | None, keep: Keep | None, report: Report | None
) -> tuple[Row, ...]:
    def computed() -> Iterator[Row]:
        for i, (name, row) in enumerate(cases):
            if known is not None and name in known:
                yield known[name]
                continue
            if report is not None:
                report(f"row {i + 1} of {len(cases)}: {name}")
            found = row()
            if keep is not None:
                keep(name, found)
            yield found

    return tuple(computed())


def _shapes(max_size: int, order: int) -> list[tuple[int, ...]]:
    return list(combinations_with_replacement(range(2, max_size + 1), order))


def _times(shape: Sequence[int]) -> str:
    return "×".join(map(str, shape))


def _status(is_proved: bool) -> str:
    return "proved" if is_proved else "open"


def _check(**numbers: int) -> None:
    for name, value in numbers.items():
        if value < 2:
            raise ValueError(f"{name} is {value}; it is at least 2")
