"""A file as the first version of the tables had them, for tests of migration.

``python -m tests.unit.atlas.version_1`` writes version_1.sqlite beside this file, which is kept as it is.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

FILE = Path(__file__).with_name("version_1.sqlite")
CERTIFICATES = {  # by row and role
    ("a" * 64, "dimension"): '{"format":1,"note":"of both rows"}',
    ("b" * 64, "lower"): '{"format":1,"note":"of both rows"}',
    ("b" * 64, "upper"): '{"format":1,"note":"of the second row"}',
}
_SCRIPT = """
PRAGMA application_id = 1635019891;
PRAGMA user_version = 1;
CREATE TABLE atlas (
    key TEXT PRIMARY KEY, "case" TEXT, question TEXT, family TEXT, name TEXT, field TEXT, layers INTEGER, widths TEXT,
    degrees TEXT, biases INTEGER, status TEXT, parameters INTEGER, ambient INTEGER, lower INTEGER, upper INTEGER,
    filling TEXT, reason TEXT, seconds REAL, version TEXT, day TEXT
);
CREATE INDEX atlas_status ON atlas (status);
CREATE TABLE certificates (key TEXT, role TEXT, text TEXT, PRIMARY KEY (key, role));
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO about VALUES ('specification', 'title = "old"');
"""
_DAY = "2025-01-31"
ROWS = [
    ("a" * 64, '{"a":1}', "dimension", "pnn", "2,2,1", "Q", 2, "2,2,1", "2", 0, "proved", 6, 3, 3, 3, "proved"),
    ("b" * 64, '{"b":1}', "dimension", "pnn", "2,1,1", "Q", 2, "2,1,1", "2", 0, "undecided", 3, 3, 1, 2, "refuted"),
    ("c" * 64, '{"c":1}', "dimension", "pnn", "9,9,9", "Q", 2, "9,9,9", "2", 0, "failed", *[None] * 5),
]
_REASONS = (None, None, "it takes more than 60 s")


def write(path: Path) -> None:
    """Makes the file, which there is not yet."""
    connection = sqlite3.connect(path)
    connection.executescript(_SCRIPT)
    with connection:
        for row, reason in zip(ROWS, _REASONS, strict=True):
            values = (*row, reason, 0.25, "0.8.0", _DAY)
            connection.execute(f"INSERT INTO atlas VALUES ({', '.join('?' * len(values))})", values)
        several = [(key, role, text) for (key, role), text in CERTIFICATES.items()]
        connection.executemany("INSERT INTO certificates VALUES (?, ?, ?)", several)
    connection.close()


if __name__ == "__main__":
    write(FILE)
