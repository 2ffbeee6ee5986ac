"""Values as specifications and options write them: ranges of integers, seconds, memory."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from algebra_tnn.text.spelling import short

MOST_VALUES = 10_000  # numbers in one range
LARGEST_NUMBER = 10**12
LONGEST_TIMEOUT = 10**7  # seconds, a third of a year
LARGEST_MEMORY = 2**24  # megabytes
_RANGE = re.compile(r"\s*(-?[0-9]{1,18})\s*\.\.\s*(-?[0-9]{1,18})\s*", re.ASCII)
_MEMORY = re.compile(r"([0-9]{1,9})(?:\.([0-9]{1,3}))?([MGT])B?", re.ASCII)
KINDS = {str: "a text", bool: "true or false", int: "an integer", float: "a number", list: "a list", dict: "a table"}
MEANT = {
    int: "an integer",
    bool: "true or false",
    str: "a text",
    tuple[int, ...]: 'an integer, a list of integers or a range such as "1..5"',
}


def megabytes_of(text: str) -> int:
    """Megabytes, of a text such as "4G" or "500M". Raises: ValueError.

    >>> megabytes_of("1.5G")
    1536
    """
    match = _MEMORY.fullmatch(text)
    if match is None:
        raise ValueError(f"{short(text)} is no amount of memory; write it such as 500M or 4G")
    whole, part, unit = match.groups()
    thousandths = int(whole) * 1000 + int((part or "0").ljust(3, "0"))
    megabytes = thousandths * {"M": 1, "G": 2**10, "T": 2**20}[unit] // 1000
    if not 1 <= megabytes <= LARGEST_MEMORY:
        raise ValueError(f"{text} is out of range; memory is from 1M to {LARGEST_MEMORY // 2**20}T")
    return megabytes


def seconds_of(value: float) -> float:
    """Seconds that a case may be allowed. Raises: ValueError."""
    if not 0 < value <= LONGEST_TIMEOUT:  # also refuses what is not a number
        raise ValueError(f"{short(value)} is out of range; it is a number of seconds from 0 to {LONGEST_TIMEOUT:,}")
    return float(value)


def value_of(place: str, value: Any, kind: Any) -> Any:
    """The value of a kind in ``MEANT`` that TOML says; ``place`` is where. Raises: ValueError."""
    if kind == tuple[int, ...]:
        return _integers(place, value)
    if type(value) is not kind:
        raise ValueError(f"{place}: {short(value)} is {kind_of(value)}; it is {MEANT[kind]}")
    if kind is int:
        _require_moderate(place, [value])
    return value


def _integers(place: str, value: Any) -> tuple[int, ...]:
    if isinstance(value, str):
        return _range(place, value)
    values = [value] if type(value) is int else value
    if not isinstance(values, list) or any(type(each) is not int for each in values):
        raise ValueError(f"{place}: {short(value)} is no {MEANT[tuple[int, ...]].removeprefix('an ')}")
    if not values:
        raise ValueError(f"{place}: the list is empty; give at least one integer, or leave {place.split()[-1]} out")
    if len(values) > MOST_VALUES:
        raise ValueError(f"{place}: the list has {len(values):,} integers; give at most {MOST_VALUES:,}")
    _require_moderate(place, values)
    twice = next((each for each in values if values.count(each) > 1), None) if len(set(values)) < len(values) else None
    if twice is not None:
        raise ValueError(f"{place}: {twice} is there twice; name each integer once")
    return tuple(values)


def _range(place: str, text: str) -> tuple[int, ...]:
    match = _RANGE.fullmatch(text)
    if match is None:
        raise ValueError(f'{place}: {short(text)} is no range; write it such as "1..5"')
    first, last = int(match[1]), int(match[2])
    if last < first:
        raise ValueError(f"{place}: the range {first}..{last} is empty; write the smaller number first")
    _require_moderate(place, [first, last])
    if last - first >= MOST_VALUES:
        raise ValueError(f"{place}: {first}..{last} has {last - first + 1:,} integers; give at most {MOST_VALUES:,}")
    return tuple(range(first, last + 1))


def _require_moderate(place: str, values: Iterable[int]) -> None:
    if any(abs(each) > LARGEST_NUMBER for each in values):
        raise ValueError(f"{place}: an integer is above {LARGEST_NUMBER:,}; give smaller ones")


def kind_of(value: Any) -> str:
    """What a value of TOML is, in words."""
    return KINDS.get(type(value), "a date or a time")
