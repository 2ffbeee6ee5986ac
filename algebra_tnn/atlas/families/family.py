"""What a family of models is for a sweep: how its cases are enumerated, built and described."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import Field, dataclass
from typing import Any, ClassVar, Protocol

from algebra_tnn.atlas.rows import Value
from algebra_tnn.families import Description


class Space(Protocol):
    """A set of models of a family, given by ranges: a frozen dataclass whose fields are what a specification may say.

    Fields are integers, bools, texts, or tuples of integers, which are the values that something takes.
    ``__post_init__`` raises TypeError or ValueError in one sentence.
    """

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def count(self) -> int:
        """How many sizes there are, without going through them one by one; or at least no fewer than there are."""

    def sizes(self) -> Iterator[dict[str, Any]]:
        """The sizes of each model, one for each class modulo symmetry, small ones first as far as that is easy."""


@dataclass(frozen=True, slots=True)
class Family:
    """A family by its name in specifications and rows.

    ``model`` builds the model of some sizes (TypeError, ValueError for bad ones), ``columns`` are what a row says of
    them, ``work`` is about proportional to the time that simple questions take: a product of a few sizes, never 0.
    ``questions`` are those that can be asked of it. ``label`` names the case, if the name of its model does not.
    ``described`` says how one types a model, None if that is not possible.
    """

    name: str
    space: type[Space]
    model: Callable[[Mapping[str, Any]], Any]
    columns: Callable[[Mapping[str, Any]], dict[str, Value]]
    work: Callable[[Mapping[str, Any]], float]
    questions: tuple[str, ...]
    label: Callable[[Mapping[str, Any]], str] | None = None
    described: Callable[[Mapping[str, Any]], Description] | None = None

    def named(self, sizes: Mapping[str, Any]) -> str:
        """What people call the model of these sizes, with whatever else the case is about."""
        return str(self.model(sizes)) if self.label is None else self.label(sizes)


def listed(values: Any) -> str:
    """Integers with commas."""
    return ",".join(map(str, values))


def set_numbers(space: object, **least: int) -> None:
    """Puts each of these fields of a space in order, without repetition; they are at least so much.

    Raises: TypeError for what is no integers, ValueError for none and for one that is too small.
    """
    for name, bound in least.items():
        values = getattr(space, name)
        if isinstance(values, str) or not isinstance(values, Iterable):
            raise TypeError(f"{name} is {values!r}; give a tuple of integers, the values that it takes")
        numbers = tuple(values)
        for value in numbers:
            checked_integer(f"one of {name}", value, bound)
        if not numbers:
            raise ValueError(f"{name} has no values; give at least one")
        object.__setattr__(space, name, tuple(sorted(set(numbers))))


def checked_integer(place: str, value: object, least: int) -> None:
    """Raises: TypeError, ValueError unless it is an integer that is at least so much."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{place} is {value!r}; give an integer")
    if value < least:
        raise ValueError(f"{place} is {value}; it is at least {least}")
