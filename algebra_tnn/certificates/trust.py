"""The published theorems that answers rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol


class Answer(Protocol):
    @property
    def trusts(self) -> tuple[str, ...]: ...


def united_trusts(answers: Iterable[Answer]) -> tuple[str, ...]:
    """The theorems that at least one of the answers rests on."""
    return tuple(sorted({key for answer in answers for key in answer.trusts}))


def trust_remark(trusts: Sequence[str]) -> str:
    return f"trusts {', '.join(trusts)}" if trusts else "trusts no published theorem"
