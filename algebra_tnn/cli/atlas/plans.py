"""What a sweep is going to do, said before it starts."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from algebra_tnn.cli.failures import BadInput

if TYPE_CHECKING:
    from algebra_tnn.atlas.specifications import Specification

MOST_CASES = 10_000_000  # without --limit: more than one file should hold
_LOOKED_AT = 10_000  # cases from which the time is estimated,
_AMONG = 300_000  # spread evenly over the first so many


@dataclass(frozen=True)
class Plan:
    """How many cases there are at most, the limits of each, and about how many seconds all take."""

    title: str
    question: str
    spaces: tuple[tuple[str, int], ...]  # families with their numbers of cases
    total: int
    timeout: float | None
    megabytes: int | None
    seconds: float
    jobs: int

    def lines(self) -> list[str]:
        """The plan for people."""
        spaces = " + ".join(f"{count:,} {family}" for family, count in self.spaces)
        time = "no limit of time" if self.timeout is None else f"{self.timeout:g} seconds"
        memory = "no limit of memory" if self.megabytes is None else f"{self.megabytes:,} MB"
        return [
            f"{self.title}: {self.question}, {self.total:,} cases (of {spaces}), each with {time} and {memory}",
            f"estimated time: {duration(self.seconds)} with --jobs {self.jobs} (a guess by the sizes of the models)",
        ]

    def to_dict(self) -> dict[str, Any]:
        """The plan for machines."""
        return {
            "title": self.title,
            "question": self.question,
            "spaces": [{"family": family, "cases": count} for family, count in self.spaces],
            "cases": self.total,
            "timeout": self.timeout,
            "megabytes": self.megabytes,
            "estimated_seconds": round(self.seconds, 1),
        }


def plan_of(specification: Specification, options: argparse.Namespace) -> Plan:
    """Raises: BadInput if there are no cases, or more than a file should hold."""
    counts = specification.counts()
    total = sum(counts)
    for number, count in enumerate(counts, 1):
        if not count:
            raise BadInput(f"[[space]] {number} has no model; allow larger ones, for example by a larger ambient")
    if total > MOST_CASES and options.limit is None:
        raise BadInput(
            f"there are {total:,} cases, more than {MOST_CASES:,}; choose smaller ranges, or give --limit N for the "
            "first N of them"
        )
    total = total if options.limit is None else min(total, options.limit)
    from algebra_tnn.atlas.costs import estimated_seconds

    among = min(total, _AMONG)
    looked_at = list(islice(specification.cases(), 0, among, -(-among // _LOOKED_AT)))
    seconds = estimated_seconds(looked_at) * total / max(1, len(looked_at)) / options.jobs
    return Plan(
        specification.title,
        specification.question,
        tuple((family, count) for (family, _), count in zip(specification.spaces, counts, strict=True)),
        total,
        specification.timeout if options.timeout is None else options.timeout,
        specification.megabytes if options.memory is None else options.memory,
        seconds,
        options.jobs,
    )


def duration(seconds: float) -> str:
    """A time in the unit that people would say it in.

    >>> duration(0.4), duration(150), duration(9000), duration(400_000)
    ('1 s', '2.5 min', '2.5 h', '4.6 days')
    """
    for unit, size in (("days", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= 2 * size:
            return f"{seconds / size:.1f} {unit}"
    return f"{max(1, round(seconds))} s"
