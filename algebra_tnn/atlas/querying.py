"""Queries: an SQL condition on the rows of an atlas, which can read these rows and do nothing else.

The condition is SQL that SQLite itself parses. What it may do is decided where SQLite asks, in its authorizer: read the
columns of rows, call harmless functions. Time and sizes are limited, too, so that a condition from anybody can be
asked.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeAlias

from algebra_tnn.atlas.rows import COLUMNS, Value
from algebra_tnn.atlas.store import Atlas, AtlasError
from algebra_tnn.text.spelling import short, unknown

TABLE = "atlas"
READABLE = (*COLUMNS, "case", "seal")
SHOWN = ("name", "question", "status", "lower", "upper", "expected", "finite", "global", "filling")
SECONDS = 10.0  # that a query may take
FUNCTIONS = (
    *("abs", "avg", "coalesce", "count", "glob", "ifnull", "iif", "instr", "length", "like", "lower", "ltrim", "max"),
    *("min", "nullif", "round", "rtrim", "sign", "substr", "substring", "sum", "total", "trim", "typeof", "upper"),
)
_LIMITS = {  # what a condition may need at most; the sizes are those of SQL text, numbers of characters and steps
    sqlite3.SQLITE_LIMIT_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 20_000,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 5,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 200,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
}
# SQLite copies a common table expression wherever it is named, so a short text can fill the memory before anybody is
# asked whether it is allowed. Without this word, which SQL can write in no other way, there are none.
_SELECT = re.compile(r"\bselect\b", re.IGNORECASE | re.ASCII)
_STEPS = 10_000  # of SQLite's machine between two looks at the clock
Record: TypeAlias = tuple[Value, ...]


def selected(
    atlas: Atlas,
    where: str,
    columns: Sequence[str] | None = None,
    limit: int | None = None,
    seconds: float = SECONDS,
) -> tuple[tuple[str, ...], list[Record]]:
    """The names of the columns, and the rows for which the condition is true, in a fixed order.

    Raises: AtlasError for a condition that is none or that takes too long, and for a column that there is not.
    """
    names = tuple(SHOWN if columns is None else columns)
    for name in names:
        if name not in READABLE:
            raise AtlasError(f"columns: {unknown('column', name, READABLE)}")
    if not names:
        raise AtlasError("columns: there is none; name at least one")
    if limit is not None and limit < 1:
        raise AtlasError(f"limit is {limit}; it is at least 1")
    condition = where.strip() or "1"
    if _SELECT.search(condition):
        raise AtlasError("the condition has the word SELECT; it is about one row, and reads nothing but its columns")
    listed = ", ".join(f'"{name}"' for name in names)
    select = f"SELECT {listed} FROM {TABLE} WHERE"
    with _guarded(atlas.connection, seconds):
        try:
            # Only an expression is right both in brackets and without: what closes the bracket, or goes on behind
            # the condition (UNION, ORDER BY), fails in one of these. Brackets stand on lines of their own, since a
            # condition may end in a comment.
            atlas.connection.execute(f"EXPLAIN {select} {condition}").close()
            cursor = atlas.connection.execute(
                f"{select} (\n{condition}\n) ORDER BY family, question, layers, modes, name, key LIMIT ?",
                (-1 if limit is None else limit,),
            )
            return names, cursor.fetchall()
        except sqlite3.Error as error:
            raise AtlasError(_sentence(str(error), seconds)) from None
        except sqlite3.Warning:
            raise AtlasError("the condition is more than one statement; give one condition, without ';'") from None
        except (ValueError, OverflowError):  # a NUL, half a surrogate pair
            raise AtlasError("the condition has characters that SQL does not have; leave them out") from None


@contextmanager
def _guarded(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Until the end of the block the connection reads rows of the atlas and no more, and not for long."""
    end = time.monotonic() + seconds
    before = {limit: connection.setlimit(limit, value) for limit, value in _LIMITS.items()}
    connection.set_authorizer(_allowed)
    connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)
        connection.set_authorizer(None)
        for limit, value in before.items():
            connection.setlimit(limit, value)


def _allowed(action: int, first: str | None, second: str | None, database: str | None, source: str | None) -> int:
    """SQLite asks this while it prepares a statement."""
    match action:
        case sqlite3.SQLITE_SELECT:
            fine = True
        case sqlite3.SQLITE_READ:
            fine = first == TABLE and database in ("main", None)  # None for a table of which no column is used
        case sqlite3.SQLITE_FUNCTION:
            fine = second is not None and second.lower() in FUNCTIONS
        case _:
            fine = False
    return sqlite3.SQLITE_OK if fine else sqlite3.SQLITE_DENY


def _sentence(message: str, seconds: float) -> str:
    if match := re.fullmatch(r"no such column: (.*)", message, re.DOTALL):
        return f"the condition: {unknown('column', match[1], READABLE)}; texts stand in single quotes"
    if match := re.fullmatch(r"(?:no such|not authorized to use) function: (.*)", message, re.DOTALL):
        return f"the condition: there is no function {short(match[1])}; there are {', '.join(FUNCTIONS)}"
    if message == "interrupted":
        return f"the condition takes more than {seconds:g} seconds; ask for less"
    if "prohibited" in message or "not authorized" in message:
        return f"the condition reads more than the rows of the atlas ({message}); it is about their columns alone"
    return f'the condition is not right: {" ".join(message.split())}; it is SQL, such as "layers = 3 and defect > 0"'
