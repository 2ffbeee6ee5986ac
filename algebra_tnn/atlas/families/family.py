"""What a family of models is for a sweep: how its cases are enumerated, built and described."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from algebra_tnn.atlas.rows import Value


class Space(Protocol):
    """A set of models of a family, given by ranges: a frozen dataclass whose fields are what a specification may say.

    Fields are integers, bools, texts, or tuples of integers, which are the values that something takes.
    ``__post_init__`` raises TypeError or ValueError in one sentence.
    """

    def count(self) -> int:
        """How many sizes there are, without going through them one by one; or at least no fewer than there are."""

    def sizes(self) -> Iterator[dict[str, Any]]:
        """The sizes of each model, one for each class modulo symmetry, small ones first as far as that is easy."""


@dataclass(frozen=True, slots=True)
class Family:
    """A family by its name in specifications and rows.

    ``model`` builds the model of some sizes (TypeError, ValueError for bad ones), ``columns`` are what a row says of
    them, ``work`` is about proportional to the time that simple questions take: a product of a few sizes, never 0.
    ``questions`` are those that can be asked of it.
    """

    name: str
    space: Callable[..., Space]
    model: Callable[[Mapping[str, Any]], Any]
    columns: Callable[[Mapping[str, Any]], dict[str, Value]]
    work: Callable[[Mapping[str, Any]], float]
    questions: tuple[str, ...]


def listed(values: Any) -> str:
    """Integers with commas."""
    return ",".join(map(str, values))
