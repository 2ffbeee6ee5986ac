"""The tables of an atlas, the marks of its file, and how older ones are brought up to date."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from algebra_tnn.atlas.rows import COLUMNS, sealed
from algebra_tnn.atlas.store.errors import AtlasError

SCHEMA = 2
APPLICATION = 0x61746C73  # "atls", in the header of the file
NAMES = tuple(COLUMNS)
LEVEL = 6  # of compression: the next levels take twice the time for two per cent

_COLUMNS = ", ".join(f'"{name}" {kind}' for name, (kind, _) in COLUMNS.items())
TABLES = f"""
CREATE TABLE atlas ({_COLUMNS}, "case" TEXT NOT NULL, seal TEXT NOT NULL, PRIMARY KEY (key)) WITHOUT ROWID;
CREATE INDEX atlas_status ON atlas (status);
CREATE INDEX atlas_name ON atlas (name);
CREATE TABLE certificates (digest TEXT PRIMARY KEY, content BLOB NOT NULL);
CREATE TABLE evidence (key TEXT, role TEXT, digest TEXT NOT NULL, PRIMARY KEY (key, role)) WITHOUT ROWID;
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


def make(connection: sqlite3.Connection) -> None:
    """The tables of an empty database."""
    connection.executescript(
        f"BEGIN; PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {SCHEMA}; {TABLES} COMMIT;"
    )


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the file's tables. Raises: AtlasError for what is no atlas, or one of a newer version."""
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if mark != APPLICATION or version < 1:
        raise AtlasError(f"{path} is no atlas; give a file that `atlas sweep` has written")
    if version > SCHEMA:
        raise AtlasError(
            f"{path} has version {version} of the tables, and this program knows those up to {SCHEMA}; install a newer "
            "algebra-tnn to read it"
        )
    return version


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Brings the tables up to date, in one transaction: after a kill in the middle the file is as it was."""
    version = version_of(connection, path)
    if version == SCHEMA:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in range(version, SCHEMA):
            MIGRATIONS[step](connection)
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _from_1(connection: sqlite3.Connection) -> None:
    """Version 1 had certificates as text in a table of its own for each row, and rows without seals."""
    indexes = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    for (name,) in connection.execute(indexes).fetchall():  # the new ones have the same names
        connection.execute(f'DROP INDEX "{name.replace(chr(34), chr(34) * 2)}"')
    connection.execute("ALTER TABLE atlas RENAME TO old_atlas")
    connection.execute("ALTER TABLE certificates RENAME TO old_certificates")
    for statement in filter(str.strip, TABLES.split(";")):
        if "CREATE TABLE about" not in statement:
            connection.execute(statement)
    old = [row[1] for row in connection.execute("PRAGMA table_info(old_atlas)")]
    place = f"INSERT INTO atlas VALUES ({', '.join('?' * (len(NAMES) + 2))})"
    for values in connection.execute("SELECT * FROM old_atlas"):
        row = dict(zip(old, values, strict=True))
        digests = {}
        texts = connection.execute("SELECT role, text FROM old_certificates WHERE key = ?", (row["key"],)).fetchall()
        for role, text in texts:
            digest = digests[role] = sha256(text.encode()).hexdigest()
            connection.execute("INSERT OR IGNORE INTO certificates VALUES (?, ?)", (digest, compressed(text)))
            connection.execute("INSERT INTO evidence VALUES (?, ?, ?)", (row["key"], role, digest))
        columns = {name: row.get(name) for name in NAMES} | {"tries": 1}  # there was no second one
        connection.execute(place, (*columns.values(), row["case"], sealed(row["case"], columns, digests)))
    connection.execute("DROP TABLE old_atlas")
    connection.execute("DROP TABLE old_certificates")


MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {1: _from_1}


def compressed(certificate: str) -> bytes:
    return zlib.compress(certificate.encode(), LEVEL)
