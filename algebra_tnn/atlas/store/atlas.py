"""``Atlas``: an open file of rows and certificates."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from os import PathLike
from pathlib import Path
from types import TracebackType
from urllib.parse import quote

from algebra_tnn.atlas.rows import Row, Value
from algebra_tnn.atlas.store.errors import AtlasError, sentences
from algebra_tnn.atlas.store.fillings import minimal_fillings
from algebra_tnn.atlas.store.locks import WriterLock
from algebra_tnn.atlas.store.schema import NAMES, SCHEMA, compressed, make, migrate, version_of

MOST_TRIES = 2
LARGEST_CERTIFICATE = 20_000_000  # characters, the checker's limit: what unpacks to more is damaged
MOST_PARAMETERS = 500  # in one statement
_MARK = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Stored:
    """A row as it is in the file: the text of its case, all columns, the digest of each certificate, the seal."""

    case: str
    columns: Mapping[str, Value]
    digests: Mapping[str, str]
    seal: str


class Atlas:
    """Rows and certificates in one file, for one writer and any number of readers. It is a context manager.

    Made by ``created``, ``writing`` or ``reading``. All methods raise AtlasError for what is wrong with the file.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: WriterLock | None) -> None:
        self.path, self.connection, self._lock = path, connection, lock
        connection.text_factory = _text

    @staticmethod
    def created(path: str | PathLike[str], specification: str = "") -> Atlas:
        """A new file, with the text of the specification that it answers. Raises: AtlasError if there is one."""
        path = Path(path)
        lock = _lock(path)
        try:
            if path.exists() or path.is_symlink():
                raise AtlasError(f"{path} exists; go on with it by --resume, or give another file")
            with sentences(path):
                connection = sqlite3.connect(path, isolation_level=None)
                _prepare(connection)
                make(connection)
            atlas = Atlas(path, connection, lock)
            atlas.note(specification=specification)
        except BaseException:
            lock.release()
            raise
        return atlas

    @staticmethod
    def writing(path: str | PathLike[str]) -> Atlas:
        """An existing file, of this version or brought up to it."""
        path = Path(path)
        _refuse_what_is_no_file(path)
        lock = _lock(path)
        try:
            with sentences(path):
                connection = sqlite3.connect(f"file:{quote(str(path))}?mode=rw", uri=True, isolation_level=None)
                version_of(connection, path)  # before anything is written
                _prepare(connection)
                migrate(connection, path)
        except BaseException:
            lock.release()
            raise
        return Atlas(path, connection, lock)

    @staticmethod
    def reading(path: str | PathLike[str]) -> Atlas:
        """An existing file, which is not changed. One of an older version is refused.

        Where the folder is read-only, SQLite cannot make the files by which it tells writers from readers; if there is
        no log of unfinished writes beside it, then nobody writes, and it is read as it is.
        """
        path = Path(path)
        _refuse_what_is_no_file(path)
        with sentences(path):
            connection = _read_only(path)
            version = version_of(connection, path)
        if version < SCHEMA:
            raise AtlasError(
                f"{path} has version {version} of the tables, this program's is {SCHEMA}; `atlas sweep --resume` on a "
                "copy brings it up to date"
            )
        return Atlas(path, connection, None)

    def __enter__(self) -> Atlas:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self.connection.close()
        if self._lock is not None:
            self._lock.release()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with sentences(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:  # a full disk may have ended it
                    self.connection.execute("ROLLBACK")
                raise

    def add(self, rows: Iterable[Row]) -> None:
        """Stores the rows with their certificates, all or none; a row of the same key is replaced."""
        several = list(rows)
        stored = [Stored(row.case.text, row.columns(), row.digests, row.seal) for row in several]
        self.restore(stored, (text for row in several for text in row.certificates.values()))

    def restore(self, rows: Iterable[Stored], certificates: Iterable[str] = ()) -> None:
        """Stores rows as they stand, and certificates; a failed row never replaces one that is not."""
        contents = {sha256(text.encode()).hexdigest(): compressed(text) for text in certificates}
        with self._transaction():
            # Not OR IGNORE: what was damaged is whole again once it is stored again.
            self.connection.executemany("INSERT OR REPLACE INTO certificates VALUES (?, ?)", contents.items())
            for row in rows:
                key = row.columns["key"]
                if row.columns["status"] == "failed" and self._status(key) not in (None, "failed"):
                    continue
                place = f"INSERT OR REPLACE INTO atlas VALUES ({', '.join('?' * (len(NAMES) + 2))})"
                self.connection.execute(place, (*(row.columns[name] for name in NAMES), row.case, row.seal))
                self.connection.execute("DELETE FROM evidence WHERE key = ?", (key,))
                self.connection.executemany(
                    "INSERT INTO evidence VALUES (?, ?, ?)", ((key, role, d) for role, d in row.digests.items())
                )

    def _status(self, key: Value) -> str | None:
        found = self.connection.execute("SELECT status FROM atlas WHERE key = ?", (key,)).fetchone()
        return None if found is None else str(found[0])

    def finished(self, keys: Sequence[str]) -> set[str]:
        """Those whose rows need not be computed again: failed ones are tried twice."""
        return {key for key, status, tries in self._states(keys) if status != "failed" or tries >= MOST_TRIES}

    def tries(self, keys: Sequence[str]) -> dict[str, tuple[int, str]]:
        """Of those that failed: how often they were tried, and the reason."""
        failed = [key for key, status, _ in self._states(keys) if status == "failed"]
        found = self._chosen("SELECT key, tries, reason FROM atlas WHERE key IN", failed)
        return {str(key): (int(tries), str(reason)) for key, tries, reason in found}

    def _states(self, keys: Sequence[str]) -> Iterator[tuple[str, str, int]]:
        return self._chosen("SELECT key, status, tries FROM atlas WHERE key IN", keys)

    def _chosen(self, statement: str, keys: Sequence[str]) -> Iterator[tuple[str, str, int]]:
        with sentences(self.path):
            for start in range(0, len(keys), MOST_PARAMETERS):
                some = keys[start : start + MOST_PARAMETERS]
                yield from self.connection.execute(f"{statement} ({', '.join('?' * len(some))})", some).fetchall()

    def stored(self) -> Iterator[Stored]:
        """All rows in the order of their keys, one after the other: as many as there may be."""
        with sentences(self.path):
            evidence = self.connection.execute("SELECT key, role, digest FROM evidence ORDER BY key, role")
            waiting = evidence.fetchone()
            for values in self.connection.execute("SELECT * FROM atlas ORDER BY key"):
                key, digests = values[0], {}
                while waiting is not None and waiting[0] <= key:
                    if waiting[0] == key:
                        digests[waiting[1]] = waiting[2]
                    waiting = evidence.fetchone()
                yield _stored(values, digests)

    def row(self, key: str) -> Stored | None:
        with sentences(self.path):
            values = self.connection.execute("SELECT * FROM atlas WHERE key = ?", (key,)).fetchone()
            digests = self.connection.execute("SELECT role, digest FROM evidence WHERE key = ? ORDER BY role", (key,))
            return None if values is None else _stored(values, dict(digests.fetchall()))

    def certificate(self, digest: str) -> str:
        """The JSON text with this SHA-256."""
        with sentences(self.path):
            found = self.connection.execute("SELECT content FROM certificates WHERE digest = ?", (digest,)).fetchone()
        if found is None:
            raise AtlasError(
                f"{self.path} has no certificate {digest[:12]}…; take the file from a copy, or sweep its case into a "
                "new one"
            )
        try:
            unpacked = zlib.decompressobj()
            text = unpacked.decompress(found[0], LARGEST_CERTIFICATE).decode()
            intact = unpacked.eof and not unpacked.unused_data and sha256(text.encode()).hexdigest() == digest
        except (zlib.error, UnicodeDecodeError, TypeError):
            intact = False
        if not intact:
            raise AtlasError(
                f"{self.path}: the certificate {digest[:12]}… is damaged; take the file from a copy, or sweep its case "
                "into a new one"
            )
        return text

    def about(self) -> dict[str, str]:
        """What is noted about the file: "specification", the number of cases as "total", …"""
        with sentences(self.path):
            found = dict(self.connection.execute("SELECT name, value FROM about").fetchall())
        return {"schema": str(SCHEMA), **found}

    def note(self, **values: str) -> None:
        with self._transaction():
            self.connection.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", values.items())

    def derivable(self) -> Iterator[tuple[str, str | None]]:
        """The key of each row about a polynomial network, and what its minimal_filling should be."""
        with sentences(self.path):
            yield from minimal_fillings(self.connection)

    def derive(self) -> int:
        """Fills the column minimal_filling, by the rows of this file; how many rows that changed."""
        with sentences(self.path):
            known = dict(self.connection.execute("SELECT key, minimal_filling FROM atlas WHERE family = 'pnn'"))
        changed = [(value, key) for key, value in self.derivable() if known.get(key) != value]
        with self._transaction():
            self.connection.executemany("UPDATE atlas SET minimal_filling = ? WHERE key = ?", changed)
        return len(changed)


def _stored(values: Sequence[Value], digests: dict[str, str]) -> Stored:
    *columns, case, seal = values
    return Stored(str(case), dict(zip(NAMES, columns, strict=True)), digests, str(seal))


def _text(content: bytes) -> str:
    return content.decode("utf-8", "surrogateescape")  # a damaged row comes out, and its seal shows the damage


def _lock(path: Path) -> WriterLock:
    if path.is_dir():
        raise AtlasError(f"{path} is a folder; give the name of a file in it, such as {path / 'atlas.sqlite'}")
    if not path.parent.is_dir():
        raise AtlasError(f"{path}: the folder {path.parent} does not exist; create it first")
    return WriterLock(path)


def _refuse_what_is_no_file(path: Path) -> None:
    if path.is_dir():
        raise AtlasError(f"{path} is a folder; give a file that `atlas sweep` has written")
    try:
        with path.open("rb") as file:
            mark = file.read(len(_MARK))
    except OSError as error:
        raise AtlasError(
            f"{path} cannot be read: {error.strerror}; give a file that `atlas sweep` has written"
        ) from None
    if mark != _MARK:
        raise AtlasError(f"{path} is no atlas; give a file that `atlas sweep` has written")


def _prepare(connection: sqlite3.Connection) -> None:
    """A write-ahead log: readers are never in the way, and what was committed survives a kill at any moment.

    With synchronous = NORMAL the log is not flushed to the disk at each commit (that took up to 20 ms): when the power
    fails, the last commits may be missing, as if they had not been computed yet, but the file is whole.
    """
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


def _read_only(path: Path) -> sqlite3.Connection:
    place = f"file:{quote(str(path))}?mode=ro"
    connection = sqlite3.connect(place, uri=True, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise
        connection.close()
        connection = sqlite3.connect(f"{place}&immutable=1", uri=True, isolation_level=None)
    return connection
