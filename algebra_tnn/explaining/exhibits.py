"""What is shown apart from the sentences: matrices, points and formulas, shortened where they are long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from algebra_tnn.explaining.wording import counted, number
from algebra_tnn.laws import Law, formula

ENTRIES = 200  # of one exhibit
_LINES = 24  # of formulas in one exhibit
_CHARACTERS = 900  # of one formula
_WIDEST = 12  # columns of a matrix that is set as one


@dataclass(frozen=True, slots=True)
class Exhibit:
    """Rows of mathematics under a title: those of a matrix if they are ``aligned``, else a formula each; ``left`` says
    how much is not shown."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    aligned: bool = False
    left: str = ""


def more(count: int, noun: str = "entry", plural: str = "entries") -> str:
    """How much is left out, as an exhibit says it."""
    return f"… {counted(count, f'more {noun}', f'more {plural}')} in the file" if count > 0 else ""


def matrix(title: str, rows: Sequence[Sequence[Any]], entry: Callable[[Any], str] = number) -> Exhibit:
    """The first rows of a matrix, whole ones, and of a very wide one the first entries, each as ``entry`` writes it."""
    if not rows or not rows[0]:
        return Exhibit(title, (("empty",),))
    width, total = len(rows[0]), sum(map(len, rows))
    shown = [[entry(x) for x in row[:ENTRIES]] for row in rows[: max(1, ENTRIES // width)]]
    if width > _WIDEST:
        lines = tuple((f"({', '.join(row)}{', …' if width > len(row) else ''})",) for row in shown)
        return Exhibit(title, lines, left=more(total - sum(map(len, shown))))
    return Exhibit(title, tuple(map(tuple, shown)), True, more(total - sum(map(len, shown))))


def array(title: str, nested: Any) -> Exhibit:
    """A nested list of numbers: a matrix if it is one, else its entries in row-major order."""
    if isinstance(nested, list) and nested and isinstance(nested[0], list) and not isinstance(nested[0][0], list):
        return matrix(title, nested)
    shape, entries = _flat(nested)
    told = title if len(shape) < 2 else f"{title}, {'×'.join(map(str, shape))}, in row-major order"
    if not shape:
        return Exhibit(told, ((number(nested),),))
    shown = [number(x) for x in islice(entries, ENTRIES)]
    total = len(entries)
    return Exhibit(
        told, ((f"({', '.join(shown)}{', …' if total > len(shown) else ''})",),), left=more(total - len(shown))
    )


def arrays(title: str, named: Mapping[str, Any]) -> list[Exhibit]:
    """One exhibit for each named array."""
    return [array(f"{title}, ${name}$", nested) for name, nested in named.items()]


def numbers(title: str, values: Sequence[Any]) -> Exhibit:
    """A list of integers, or of short lists of them."""
    shown = [_tuple(x) for x in values[:ENTRIES]]
    text = ", ".join(shown) + (", …" if len(values) > len(shown) else "")
    return Exhibit(title, ((text or "none",),), left=more(len(values) - len(shown)))


def formulas(title: str, lines: Iterable[str]) -> Exhibit:
    """Formulas, each on a line of its own."""
    every = list(lines)
    left = more(len(every) - _LINES, "formula", "formulas")
    return Exhibit(title, tuple((_short(line),) for line in every[:_LINES]), left=left)


def shortened(exhibit: Exhibit, lines: int) -> Exhibit:
    """The exhibit with its first lines alone."""
    count = len(exhibit.rows) - lines
    if count <= 0:
        return exhibit
    told = exhibit.left.removesuffix(" in the file")
    return replace(
        exhibit, rows=exhibit.rows[:lines], left=more(count, "line", "lines") + (f", and {told}" if told else "")
    )


def law_formulas(law: Law, name: str) -> list[str]:
    """The law as a formula, then the values that it names."""
    return formula(law, name, largest=ENTRIES // 4).splitlines()


def expression_formulas(law: Law, expression: Any, name: str) -> list[str]:
    """An expression in the names of the law, as a formula for the value that is called so."""
    raw = law.to_json()
    first, *others = law_formulas(Law.from_json({**raw, "output": expression}), name)
    return [first, *(line for line in others if not _is_given(line, dict(raw["let"])))]


def _is_given(line: str, let: Mapping[str, Any]) -> bool:
    """Whether the line is about a value that the law itself names: that is shown with the law."""
    left = line.split(" = ")[0]
    return any(left == name or left.startswith((f"{name}_", f"{name}[")) for name in let)


def _short(line: str) -> str:
    left = len(line) - _CHARACTERS
    return f"{line[:_CHARACTERS]} … ({left:,} more characters)" if left > 0 else line


def _tuple(value: Any) -> str:
    return f"({', '.join(map(_tuple, value))})" if isinstance(value, list) else number(value)


def _flat(nested: Any) -> tuple[list[int], list[Any]]:
    shape, flat = [], [nested]
    while flat and isinstance(flat[0], list):
        shape.append(len(flat[0]))
        flat = [x for part in flat for x in part]
    return shape, flat
