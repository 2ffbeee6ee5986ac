"""Shapes and ranks as users give them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any


def checked(place: str, values: Any, *, length: int | None = None, least: int = 1, why: str = "") -> tuple[int, ...]:
    """Integers from 1 on, as many as wanted. Raises: TypeError, ValueError."""
    if not isinstance(values, (list, tuple)) and not hasattr(values, "tolist"):
        raise TypeError(f"{place} is {values!r}; it is a list of integers from 1 on")
    found = tuple(size(f"{place}[{i}]", value) for i, value in enumerate(values))
    if length is not None and len(found) != length:
        raise ValueError(f"{place} has {len(found)} entries; there are {length}, {why}")
    if len(found) < least:
        raise ValueError(f"{place} has {len(found)} entries; there are at least {least}, one for each mode")
    return found


def checked_ranks(values: Any, length: int | None = None, why: str = "") -> tuple[int, ...]:
    return checked("ranks", values, length=length, why=why, least=0)


def size(place: str, value: Any) -> int:
    """Raises: TypeError, ValueError unless the value is an integer from 1 on."""
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise TypeError(f"{place} is {value!r}; sizes and ranks are integers from 1 on")
    found = int(value)
    if found < 1:
        raise ValueError(f"{place} is {found}; sizes and ranks are integers from 1 on")
    return found


def set_sizes(model: Any, *fields: str) -> None:
    """Makes these fields of a frozen dataclass integers from 1 on. Raises: TypeError, ValueError."""
    for field in fields:
        object.__setattr__(model, field, size(field, getattr(model, field)))


def checked_position(value: Any, count: int, of: str, others: str) -> int:
    """Raises: TypeError, ValueError unless the value is one of the numbers 0, …, count − 1."""
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise TypeError(f"position is {value!r}; it is the number of {of}, from 0 on")
    found = int(value)
    if not 0 <= found < count:
        raise ValueError(f"position is {found}; {others} 0 to {count - 1}")
    return found


def listed(values: Iterable[int], separator: str = ",") -> str:
    return separator.join(map(str, values))


def numbered(letter: str, count: int) -> Sequence[str]:
    """The letter with the numbers from 0 on."""
    return [f"{letter}{k}" for k in range(count)]
