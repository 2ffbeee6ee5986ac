"""What a file of rows amounts to: how far the sweep is, how much is proved, and what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from algebra_tnn.atlas.rows import STATUSES
from algebra_tnn.atlas.store.errors import sentences
from algebra_tnn.certificates import Explained

if TYPE_CHECKING:
    from algebra_tnn.atlas.store import Atlas

SHOWN = 10  # reasons in an explanation
_BOUNDED = "(lower IS NOT NULL OR upper IS NOT NULL)"
_TWICE = "tries > 1"
N = TypeVar("N", int, float)


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of a question and a family by status."""

    question: str
    family: str
    counts: Mapping[str, int]

    @property
    def rows(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Summary(Explained):
    """How far a sweep is, and what it found.

    ``total`` is the number of cases, ``rate`` that of rows per second in the last run, where they are noted. Of the
    ``rows`` those that need not be computed again are ``done``. ``bounded`` rows are about a number; ``exact`` ones
    prove it from both sides, ``self_contained`` ones of these trust no published theorem. ``failures`` are reasons with
    the number of rows. Of ``second_tries``, with a smaller budget, ``helped`` gave an answer.
    """

    rows: int
    done: int
    total: int | None
    groups: tuple[Group, ...]
    bounded: int
    exact: int
    self_contained: int
    failures: tuple[tuple[str, int], ...]
    second_tries: int
    helped: int
    seconds: float
    rate: float | None

    @property
    def counts(self) -> dict[str, int]:
        """The rows of each status."""
        return {status: sum(group.counts.get(status, 0) for group in self.groups) for status in STATUSES}

    @property
    def remaining(self) -> float | None:
        """Seconds, at the rate of the last run; None where that or the number of cases is not known."""
        if self.total is None or not self.rate:
            return None
        return max(0, self.total - self.done) / self.rate

    @property
    def explanation(self) -> str:
        return "\n".join(
            [
                *self._progress(),
                _listed(self.counts),
                *(f"  {each.question} of {each.family}: {_listed(each.counts)}" for each in self.groups),
                *self._proofs(),
                *self._failures(),
            ]
        )

    def _progress(self) -> list[str]:
        of = "" if self.total is None else f" of {self.total:,} ({_percent(self.done, self.total)})"
        lines = [f"cases done: {self.done:,}{of}, in {self.seconds:,.1f} s of CPU time"]
        if self.remaining:
            lines.append(f"about {self.remaining:,.0f} s left at {self.rate:.3g} cases per second, the last rate")
        return lines

    def _proofs(self) -> list[str]:
        if not self.bounded:
            return []
        return [
            f"numbers proved from both sides: {self.exact:,} of {self.bounded:,} "
            f"({_percent(self.exact, self.bounded)}), {self.self_contained:,} of these trusting nothing"
        ]

    def _failures(self) -> list[str]:
        lines = []
        if self.second_tries:
            lines.append(f"second tries: {self.second_tries:,}, of which {self.helped:,} gave an answer")
        lines += [f"failed, {count:,}: {reason}" for reason, count in self.failures[:SHOWN]]
        if more := sum(count for _, count in self.failures[SHOWN:]):
            lines.append(f"failed, {more:,}: for other reasons")
        return lines

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object."""
        return {
            "rows": self.rows,
            "done": self.done,
            "total": self.total,
            "counts": self.counts,
            "groups": [{"question": each.question, "family": each.family, **each.counts} for each in self.groups],
            "bounded": self.bounded,
            "exact": self.exact,
            "self_contained": self.self_contained,
            "failures": [{"reason": reason, "rows": count} for reason, count in self.failures],
            "second_tries": self.second_tries,
            "helped": self.helped,
            "seconds": round(self.seconds, 2),
            "rate": self.rate,
            "remaining": self.remaining,
        }


def summary(atlas: Atlas) -> Summary:
    """What the rows of a file amount to. Raises: AtlasError for a file that cannot be read."""
    about = atlas.about()
    with sentences(atlas.path):
        query = atlas.connection.execute
        by_status = query(
            "SELECT question, family, status, count(*) FROM atlas GROUP BY question, family, status ORDER BY 1, 2"
        ).fetchall()
        numbers = query(
            f"SELECT count(*), total(status <> 'failed' OR {_TWICE}), total({_BOUNDED}),"
            f" total(lower = upper), total(lower = upper AND coalesce(trusts, '') = ''),"
            f" total({_TWICE}), total({_TWICE} AND status <> 'failed'), total(seconds) FROM atlas"
        ).fetchone()
        failures = query(
            "SELECT coalesce(reason, 'no reason is noted'), count(*) FROM atlas WHERE status = 'failed'"
            " GROUP BY 1 ORDER BY 2 DESC, 1"
        ).fetchall()
    *whole, seconds = numbers
    rows, done, bounded, exact, self_contained, second_tries, helped = map(int, whole)
    return Summary(
        rows=rows,
        done=done,
        total=_number(about.get("total"), int),
        groups=_groups(by_status),
        bounded=bounded,
        exact=exact,
        self_contained=self_contained,
        failures=tuple((str(reason), count) for reason, count in failures),
        second_tries=second_tries,
        helped=helped,
        seconds=float(seconds),
        rate=_number(about.get("rate"), float),
    )


def _groups(by_status: Iterable[tuple[str, str, str, int]]) -> tuple[Group, ...]:
    found: dict[tuple[str, str], dict[str, int]] = {}
    for question, family, status, count in by_status:
        found.setdefault((str(question), str(family)), dict.fromkeys(STATUSES, 0))[str(status)] = count
    return tuple(Group(*about, counts) for about, counts in found.items())


def _number(text: str | None, kind: Callable[[str], N]) -> N | None:
    """What is noted, unless it is nothing of the kind: a note is a convenience, and its lack no failure."""
    try:
        number = kind(text or "")
    except ValueError:
        return None
    return number if 0 <= number < float("inf") else None


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {status}" for status, count in counts.items() if count) or "no rows"


def _percent(part: int, whole: int) -> str:
    """Rounded down, so that only all of them are 100 %.

    >>> _percent(99_999, 100_000), _percent(3, 3), _percent(1, 3)
    ('99.99 %', '100 %', '33.33 %')
    """
    return f"{10_000 * part // whole / 100:g} %" if whole else "100 %"
