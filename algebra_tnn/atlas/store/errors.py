"""What can go wrong with an atlas file, in one sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AtlasError(ValueError):
    """One sentence: which file, what it should be, what it is, what to do."""


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """Turns errors of SQLite about this file into sentences. Raises: AtlasError."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise AtlasError(_sentence(path, error)) from None
    except OverflowError:  # sqlite3 says so of an integer that does not fit
        raise AtlasError(
            f"{path} has integers of 64 bits, and a row has a longer one; leave such large models out"
        ) from None


def _sentence(path: Path, error: sqlite3.DatabaseError) -> str:
    text = str(error)
    match getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_").split("_")[0]:
        case "FULL":
            return f"{path} cannot grow ({text}); rows that were stored are kept: make room and go on with --resume"
        case "READONLY":
            return f"{path} is read-only ({text}); make it and its folder writable, or give another file"
        case "BUSY" | "LOCKED":
            return f"{path} is in use by another process ({text}); wait until that has ended"
        case "NOTADB":
            return f"{path} is no atlas ({text}); give a file that `atlas sweep` has written"
        case "CORRUPT":
            return f"{path} is damaged ({text}); what `sqlite3 FILE .recover` saves can be swept again with --resume"
        case "CANTOPEN":
            return f"{path} cannot be opened ({text}); give a file in a folder that exists and can be read"
        case "IOERR":
            return f"{path} could not be read or written ({text}); look after the disk and go on with --resume"
        case _:
            return f"{path}: {text}; is it an atlas that `atlas sweep` has written?"
