"""Which networks fill their space while none with one neuron less does: by the rows of one file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

Network = tuple[str, str, int]  # widths, degrees, biases


def minimal_fillings(connection: sqlite3.Connection) -> Iterator[tuple[str, str | None]]:
    """The key of each row about a polynomial network, and whether it is a minimal filling one: proved, refuted,
    undecided, or None where a network with one neuron less has no row.

    Filling is monotone in the hidden widths, since a new neuron may have outgoing weights zero: so it suffices to look
    at the networks with one hidden width lowered by one.
    """
    asked = "question IN ('dimension', 'identifiability')"
    rows = connection.execute(
        "SELECT key, widths, degrees, biases, filling FROM atlas"
        f" WHERE family = 'pnn' AND {asked} AND widths IS NOT NULL"  # NULL in a damaged row
    ).fetchall()
    fills: dict[Network, str] = {}
    for _, widths, degrees, biases, filling in rows:
        if filling in ("proved", "refuted") or (widths, degrees, biases) not in fills:
            fills[widths, degrees, biases] = filling
    for key, widths, degrees, biases, filling in rows:
        smaller = [fills.get((other, degrees, biases)) for other in _with_one_neuron_less(widths)]
        if filling == "refuted" or "proved" in smaller:
            yield key, "refuted"
        elif None in smaller or filling is None:
            yield key, None
        else:
            yield key, "proved" if filling == "proved" and set(smaller) <= {"refuted"} else "undecided"


def _with_one_neuron_less(widths: str) -> Iterator[str]:
    sizes = widths.split(",")
    for i, size in enumerate(sizes[1:-1], start=1):
        if size.isdecimal() and size != "1":
            yield ",".join([*sizes[:i], str(int(size) - 1), *sizes[i + 1 :]])
