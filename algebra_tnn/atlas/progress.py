"""How far a sweep is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` cases have a row in the file, with ``counts`` of the rows of each status; ``rate`` is how
    many rows this run makes in a second, and ``remaining`` about how many seconds it will take (None if unknown)."""

    done: int
    total: int
    counts: Mapping[str, int]
    rate: float
    remaining: float | None
