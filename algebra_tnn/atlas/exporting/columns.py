"""Rows as columns, which tables, shards and frames are made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from types import ModuleType
from typing import TYPE_CHECKING, Protocol, TypeVar

from algebra_tnn.atlas.rows import COLUMNS, Value

if TYPE_CHECKING:
    from algebra_tnn.atlas.store import Stored

T = TypeVar("T")

BATCH = 5000  # rows that are held in memory at a time


class Writer(Protocol):
    """Writes one format, batch by batch."""

    def add(self, rows: Sequence[Stored], columns: Mapping[str, Sequence[Value]]) -> None: ...

    def finish(self) -> None: ...


def by_column(rows: Iterable[Mapping[str, Value]]) -> dict[str, list[Value]]:
    """The values of each column of ``COLUMNS``, in the order of the rows."""
    given = list(rows)
    return {name: [row[name] for row in given] for name in COLUMNS}


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Lists of at most ``size`` items."""
    waiting = iter(items)
    while batch := list(islice(waiting, size)):
        yield batch


def required(name: str, command: str) -> ModuleType:
    """An optional package. Raises: AtlasError, which says how to install it."""
    from importlib import import_module

    from algebra_tnn.atlas.store import AtlasError

    try:
        return import_module(name)
    except ImportError:
        raise AtlasError(f"{name.partition('.')[0]} is not installed; install it with `{command}`") from None
