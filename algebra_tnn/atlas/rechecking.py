"""Rechecks: every row of an atlas, or a sample of them, judged anew from its certificates.

A recheck believes nothing that the file says. The independent checker judges each certificate; the law of its last
claim has to be that of the model that the row names; and all columns are derived again from the case and from what is
proved. A forger who seals the row again is found there.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Any

from algebra_tnn.atlas.judges import Verdicts, judgements
from algebra_tnn.atlas.row_judgements import Problem, printable
from algebra_tnn.atlas.store import Atlas
from algebra_tnn.certificates import Explained
from algebra_tnn.text.spelling import short

MOST_PROBLEMS = 1000  # that are kept; the others are counted
SHOWN = 20  # in an explanation
CHUNK = 25  # rows that a process is given at once
FEW = 100  # rows for which it is not worth while to start processes
_WORST_FIRST = ("rejected", "malformed", "over the limit")

Sample = int | Fraction | None  # rows, a share of them, or all


@dataclass(frozen=True, slots=True)
class Recheck(Explained):
    """What was found: ``rows`` of the ``total`` in the file were judged, and ``accepted`` of these say what is proved.

    ``problems`` are the first of them, ``counts`` says how many there are of each kind.
    """

    total: int
    rows: int
    certificates: int
    accepted: int
    trusts: tuple[str, ...]
    problems: tuple[Problem, ...]
    counts: dict[str, int]
    seconds: float

    @property
    def answer(self) -> str:
        """The worst of all, in the words of the checker; "accepted" if nothing is wrong."""
        return next((answer for answer in _WORST_FIRST if self.counts.get(answer)), "accepted")

    @property
    def reason(self) -> str:
        """One line: how much was looked at, what was found, and what it rests on."""
        share = "" if self.rows == self.total else f" of {self.total:,} ({_percent(self.rows, self.total)})"
        looked = f"{_counted(self.rows, 'row')}{share}, {_counted(self.certificates, 'certificate')}"
        found = ", ".join(f"{self.counts[answer]:,} {answer}" for answer in _WORST_FIRST if self.counts.get(answer))
        trusts = f"trusts {', '.join(self.trusts) or 'nothing'}"
        return f"{looked}, {found or trusts}"

    @property
    def explanation(self) -> str:
        lines = [f"{self.answer}: {self.reason}", *(f"  {each.answer}: {each}" for each in self.problems[:SHOWN])]
        more = sum(self.counts.values()) - min(len(self.problems), SHOWN)
        return "\n".join([*lines, *([f"  and {more:,} more"] if more else [])])

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object."""
        return {
            "answer": self.answer,
            "reason": self.reason,
            "total": self.total,
            "rows": self.rows,
            "certificates": self.certificates,
            "accepted": self.accepted,
            "trusts": list(self.trusts),
            "counts": dict(self.counts),
            "problems": [
                {"key": each.key, "name": each.name, "answer": each.answer, "sentence": each.sentence}
                for each in self.problems
            ],
            "seconds": round(self.seconds, 2),
        }


def recheck(
    path: str | Path,
    *,
    sample: Sample = None,
    seed: int = 0,
    jobs: int = 2,
    watch: Callable[[int, int], None] | None = None,
) -> Recheck:
    """Judges the rows of an atlas.

    Args: sample: how many rows, or which share of them, drawn at random; jobs: processes, 1 is this one, as for
    few rows; watch: is given the numbers of rows that are judged and that are to be.
    Raises: AtlasError if the file is no atlas that can be read; ValueError for a sample or jobs that are none.
    """
    if jobs < 1:
        raise ValueError(f"jobs is {jobs}; it is at least 1")
    start = time.monotonic()
    with Atlas.reading(path) as atlas:
        total = atlas.connection.execute("SELECT count(*) FROM atlas").fetchone()[0]
        wanted = _size(sample, total)
        tally = _Tally()
        if wanted == total:
            tally.add(Verdicts(problems=_problems_of_the_whole(atlas)))
        for verdicts in judgements(path, _chunks(_keys(atlas, total, wanted, seed)), 1 if wanted <= FEW else jobs):
            tally.add(verdicts)
            if watch is not None:
                watch(tally.rows, wanted)
    problems, counts = tuple(tally.problems), dict(tally.counts)
    accepted = tally.rows - tally.wrong_rows
    trusts, seconds = tuple(sorted(tally.trusts)), time.monotonic() - start
    return Recheck(total, tally.rows, tally.certificates, accepted, trusts, problems, counts, seconds)


class _Tally:
    def __init__(self) -> None:
        self.rows = self.wrong_rows = self.certificates = 0
        self.trusts: set[str] = set()
        self.problems: list[Problem] = []
        self.counts: Counter[str] = Counter()

    def add(self, verdicts: Verdicts) -> None:
        self.rows += verdicts.rows
        self.wrong_rows += verdicts.wrong_rows
        self.certificates += verdicts.certificates
        self.trusts |= verdicts.trusts
        self.counts.update(each.answer for each in verdicts.problems)
        self.problems += verdicts.problems[: MOST_PROBLEMS - len(self.problems)]


def _size(sample: Sample, total: int) -> int:
    """How many rows a sample has, at least one if there are any. Raises: ValueError."""
    if sample is None:
        return total
    if sample <= 0 or (isinstance(sample, Fraction) and sample > 1):
        raise ValueError(f"the sample is {sample}; it is a number of rows from 1, or a share of them up to 1")
    return min(total, sample if isinstance(sample, int) else -(-total * sample.numerator // sample.denominator))


def _keys(atlas: Atlas, total: int, wanted: int, seed: int) -> Iterator[str]:
    """Of the rows that are drawn, in their order; no more is kept than where they are."""
    every = (key for (key,) in atlas.connection.execute("SELECT key FROM atlas ORDER BY key"))
    if wanted == total:
        return every
    places = set(random.Random(seed).sample(range(total), wanted))
    return (key for place, key in enumerate(every) if place in places)


def _chunks(keys: Iterable[str]) -> Iterator[tuple[str, ...]]:
    rest = iter(keys)
    while chunk := tuple(islice(rest, CHUNK)):
        yield chunk


def _problems_of_the_whole(atlas: Atlas) -> tuple[Problem, ...]:
    """What is no matter of one row: certificates for rows that are not there, and what is derived from other rows."""
    strays = atlas.connection.execute("SELECT DISTINCT key FROM evidence WHERE key NOT IN (SELECT key FROM atlas)")
    sentence = "there is a certificate for a row that is not in the file"
    problems = [Problem(short(key), "", "malformed", sentence) for (key,) in islice(strays, MOST_PROBLEMS)]
    derived = dict(atlas.derivable())
    said = atlas.connection.execute("SELECT key, name, minimal_filling FROM atlas WHERE minimal_filling IS NOT NULL")
    for key, name, value in said:
        if value not in (derived.get(key), "undecided"):  # until rows are derived anew, more may be known than is said
            clause = f"it says minimal_filling = {short(value)}, and the rows of the file give {derived.get(key)}"
            problems.append(Problem(short(key), printable(str(name)), "rejected", clause))
    return tuple(problems)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.3g} %"
