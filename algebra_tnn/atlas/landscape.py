"""What rows of an atlas say together: networks by their sizes, and degrees from which on counting is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from algebra_tnn.atlas.rows import Value

Columns: TypeAlias = Mapping[str, Value]
Sizes: TypeAlias = tuple[int, ...]


def networks(rows: Iterable[Columns]) -> dict[tuple[Sizes, Sizes], Columns]:
    """The rows of networks without biases that have an answer, by widths and degrees."""
    return {
        (sizes(row, "widths"), sizes(row, "degrees")): row
        for row in rows
        if row["family"] == "pnn" and not row["biases"] and row["status"] != "failed"
    }


def proved_dimension(row: Columns) -> int | None:
    """If it is proved from both sides."""
    return integer(row, "lower") if row["lower"] is not None and row["lower"] == row["upper"] else None


def integer(row: Columns, name: str) -> int:
    """The value of a column that is one. Raises: TypeError."""
    value = row[name]
    if not isinstance(value, int):
        raise TypeError(f"{name} is {value!r} in the row of {row['name']}; it is an integer where it is asked for")
    return value


def sizes(row: Columns, name: str) -> Sizes:
    """A column of integers with commas; none if it is NULL.

    >>> sizes({"widths": "2,3,1"}, "widths")
    (2, 3, 1)
    """
    text = row[name]
    return tuple(map(int, str(text).split(","))) if text else ()


@dataclass(frozen=True, slots=True)
class Onset:
    """For widths: the degrees that rows have, and the least of them from which on dimensions are as expected; None if
    they are not for the largest. What happens beyond the largest degree, the rows do not say."""

    widths: Sizes
    degrees: Sizes
    onset: int | None


def onsets(rows: Iterable[Columns]) -> Iterator[Onset]:
    """Of all widths that have at least two degrees, the same in all layers, with proved dimensions."""
    defects: dict[Sizes, dict[int, int]] = defaultdict(dict)
    for (widths, degrees), row in networks(rows).items():
        if degrees and len(set(degrees)) == 1 and (found := proved_dimension(row)) is not None:
            defects[widths][degrees[0]] = integer(row, "expected") - found
    for widths, by_degree in defects.items():
        if len(by_degree) > 1:
            wrong = max((degree for degree, defect in by_degree.items() if defect), default=0)
            later = [degree for degree in by_degree if degree > wrong]
            yield Onset(widths, tuple(sorted(by_degree)), min(later, default=None))
