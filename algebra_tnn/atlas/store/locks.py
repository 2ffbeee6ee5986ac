"""One writer at a time, by a lock on a file beside the atlas.

A lock on the database itself would not do: SQLite's own locks are dropped when any handle of the process on that file
is closed. The system releases the lock when its process ends, however it ends.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

from algebra_tnn.atlas.store.errors import AtlasError


class WriterLock:
    """Held until ``release``. Raises: AtlasError if another process, or this one, holds it."""

    def __init__(self, path: Path) -> None:
        self.path = path.with_name(path.name + ".lock")
        self._file: IO[bytes] | None = None
        try:
            file = open(self.path, "a+b")  # noqa: SIM115 - it is closed by release
        except OSError as error:
            raise AtlasError(
                f"{path} cannot be written to: its lock {self.path.name} beside it cannot be made ({error.strerror}); "
                "make the folder writable, or give another file"
            ) from None
        if not _locked(file):
            file.seek(0)
            holder = file.read(40).decode("ascii", "replace").strip()
            file.close()
            raise AtlasError(
                f"{path} is being written by another process{f' ({holder})' if holder.isdecimal() else ''}; "
                "one sweep writes to a file at a time: wait until it has ended, or give another file"
            )
        file.truncate(0)
        file.write(str(os.getpid()).encode())
        file.flush()
        self._file = file

    def release(self) -> None:
        """Gives the lock up; the empty file stays, since another process may wait to lock it."""
        if self._file is not None:
            self._file.truncate(0)
            self._file.close()
            self._file = None


def _locked(file: IO[bytes]) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        try:
            file.seek(1000)  # beyond what the holder writes, which others want to read
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]  # typed on Windows
        except OSError:
            return False
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
