"""What one atlas proves that another does not, and where they contradict each other.

Rows are matched by their cases, without the rule set: with more rules the same case has another key. Both files are
read in the order of the cases, side by side, so that little is in memory however long they are.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Literal, TypeAlias

from algebra_tnn.atlas.findings import Finding, joined
from algebra_tnn.atlas.store import Atlas, AtlasError
from algebra_tnn.certificates import Explained

Kind: TypeAlias = Literal["contradiction", "sharper", "weaker", "incomparable", "missing", "added"]
Group: TypeAlias = tuple[str, Finding]  # the text of a case

MOST_DIFFERENCES = 1000  # of each kind that are kept; the others are counted
SHOWN = 20  # of each kind in an explanation
_TITLES: dict[Kind, str] = {  # the worst first
    "contradiction": "contradictions: an error in one of them",
    "sharper": "the second proves more",
    "weaker": "the second proves less",
    "incomparable": "each proves something that the other does not",
    "missing": "answered in the first alone",
    "added": "answered in the second alone",
}
_COLUMNS = ("case", "question", "name", *Finding.COLUMNS)


@dataclass(frozen=True, slots=True)
class Difference:
    """How the second atlas differs from the first in one case."""

    kind: Kind
    question: str
    name: str
    case: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.question}, {self.name}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Differences(Explained):
    """``counts`` says how many differences there are of each kind, ``listed`` are the first of each, the worst first.

    ``common`` is the number of cases that both have an answer to, ``same`` that of those in which they say the same.
    """

    first: str
    second: str
    common: int
    same: int
    counts: dict[Kind, int]
    listed: tuple[Difference, ...]

    @property
    def contradictions(self) -> int:
        return self.counts.get("contradiction", 0)

    @property
    def explanation(self) -> str:
        lines = [f"{self.common:,} cases in both, {self.same:,} with the same answer"]
        for kind, title in _TITLES.items():
            if count := self.counts.get(kind, 0):
                shown = [each for each in self.listed if each.kind == kind][:SHOWN]
                lines += [f"{count:,} {title}", *(f"  {each}" for each in shown)]
                lines += [f"  and {count - len(shown):,} more"] if count > len(shown) else []
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object."""
        return {
            "common": self.common,
            "same": self.same,
            "counts": {kind: self.counts.get(kind, 0) for kind in _TITLES},
            "differences": [
                {"kind": d.kind, "question": d.question, "name": d.name, "case": d.case, "sentence": d.sentence}
                for d in self.listed
            ],
        }


def differences(first: str | Path, second: str | Path) -> Differences:
    """What the second atlas proves that the first does not, and the reverse. Raises: AtlasError.

    A contradiction is found also where one file contradicts itself.
    """
    counts: Counter[Kind] = Counter()
    kept: dict[Kind, list[Difference]] = {kind: [] for kind in _TITLES}
    common = same = 0
    with Atlas.reading(first) as one, Atlas.reading(second) as two:
        for case, old, new in _side_by_side(_findings(one, first), _findings(two, second)):
            common += old is not None and new is not None
            found = _difference(case, old, new)
            if found is None:
                same += 1
                continue
            counts[found.kind] += 1
            if len(kept[found.kind]) < MOST_DIFFERENCES:
                kept[found.kind].append(found)
    listed = tuple(each for kind in _TITLES for each in kept[kind])
    return Differences(str(first), str(second), common, same, dict(counts), listed)


def _findings(atlas: Atlas, path: str | Path) -> Iterator[Group]:
    """What is known of each case that has an answer; rows of several rule sets are joined."""
    names = ", ".join(f'"{name}"' for name in _COLUMNS)
    try:
        rows = atlas.connection.execute(f"SELECT {names} FROM atlas WHERE status <> 'failed' ORDER BY \"case\"")
        for case, group in groupby(rows, key=itemgetter(0)):
            yield case, joined(Finding.of(*row[1:]) for row in group)
    except (sqlite3.Error, TypeError) as error:  # such as bytes that are no text, or a text where a bound is
        raise AtlasError(f"{path} has a row that cannot be read ({error}); find it by: algebra-tnn check") from None


def _side_by_side(one: Iterable[Group], two: Iterable[Group]) -> Iterator[tuple[str, Finding | None, Finding | None]]:
    """The groups of two ordered streams by case, with None where one of them lacks it."""
    streams = iter(one), iter(two)
    left, right = (next(stream, None) for stream in streams)
    while left is not None or right is not None:
        case = min(group[0] for group in (left, right) if group is not None)
        has_left, has_right = left is not None and left[0] == case, right is not None and right[0] == case
        yield case, left[1] if has_left and left else None, right[1] if has_right and right else None
        left = next(streams[0], None) if has_left else left
        right = next(streams[1], None) if has_right else right


def _difference(case: str, old: Finding | None, new: Finding | None) -> Difference | None:
    both = [finding for finding in (old, new) if finding is not None]
    together = joined(both)
    about = together.question, together.name, case
    if clash := together.contradiction:
        said = " against ".join(dict.fromkeys(str(finding) for finding in both))
        return Difference("contradiction", *about, f"{clash}: {said}")
    if old is None:
        return Difference("added", *about, str(new))
    if new is None:
        return Difference("missing", *about, str(old))
    if new.known == old.known:
        return None
    kind: Kind = "incomparable"
    if together.known == new.known:
        kind = "sharper"
    elif together.known == old.known:
        kind = "weaker"
    return Difference(kind, *about, f"{old} → {new}")
