"""What is proved of a case, by one row or by several: bounds and answers that only get sharper when they are joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

_UNDECIDED = (None, "undecided")


@dataclass(frozen=True, slots=True)
class Finding:
    """Bounds of the number that is asked for, None where there is none, and what is decided, by column.

    ``clash`` is the first contradiction that was met when findings were joined.

    >>> old = Finding("dimension", "(2, 3, 1)", 3, 6)
    >>> new = Finding("dimension", "(2, 3, 1)", 5, 9, {"filling": "refuted"})
    >>> print(joined([old, new]))
    5 to 6, filling refuted
    """

    COLUMNS: ClassVar[tuple[str, ...]] = ("lower", "upper", "verdict", "finite", "global", "decompositions", "filling")

    question: str
    name: str
    lower: int | None = None
    upper: int | None = None
    decided: dict[str, Any] = field(default_factory=dict)
    clash: str = ""

    @staticmethod
    def of(question: str, name: str, lower: int | None, upper: int | None, *values: Any) -> Finding:
        """Of a row: its question, its name, and ``COLUMNS``."""
        pairs = zip(Finding.COLUMNS[2:], values, strict=True)
        return Finding(question, name, lower, upper, {name: x for name, x in pairs if x not in _UNDECIDED})

    @property
    def known(self) -> tuple[Any, ...]:
        """To be compared: what is proved."""
        return self.lower, self.upper, self.decided

    @property
    def contradiction(self) -> str:
        """What cannot be true, in words; empty if everything can."""
        if self.lower is not None and self.upper is not None and self.lower > self.upper:
            return f"at least {self.lower} and at most {self.upper}"
        if self.decided.get("finite") == "refuted" and self.decided.get("global") == "proved":
            return "global is proved, and finite refuted"
        return self.clash

    def __str__(self) -> str:
        return ", ".join(self._parts()) or "undecided"

    def _parts(self) -> Iterator[str]:
        if self.lower is not None and self.lower == self.upper:
            yield f"{self.lower}"
        elif self.lower is not None or self.upper is not None:
            yield " to ".join("?" if bound is None else str(bound) for bound in (self.lower, self.upper))
        for name, value in self.decided.items():
            yield f"{value}" if name == "verdict" else f"{name} {value}"


def joined(findings: Iterable[Finding]) -> Finding:
    """All of these, which are of one case, together."""
    first, *rest = findings
    result = first
    for other in rest:
        clashes = (
            f"{name} is {value} and {other.decided[name]}"
            for name, value in result.decided.items()
            if other.decided.get(name, value) != value
        )
        result = replace(
            result,
            lower=max((x for x in (result.lower, other.lower) if x is not None), default=None),
            upper=min((x for x in (result.upper, other.upper) if x is not None), default=None),
            decided=other.decided | result.decided,
            clash=result.clash or other.clash or next(clashes, ""),
        )
    return result
