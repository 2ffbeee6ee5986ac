"""Kills of a process that adds rows to an atlas, at random moments: what it said to be stored is there.

``python -m tests.unit.atlas.killing FILE`` is that process: it stores batches of rows and says how many there are.
"""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from algebra_tnn.atlas.rows import Row, sealed
from algebra_tnn.atlas.store import Atlas
from tests.unit.atlas.sample_rows import certificate_text, sample_row

ROOT = Path(__file__).resolve().parents[3]
BATCH = 20
LONGEST = 0.3  # seconds after the first batch of a process, until it is killed


def batch(number: int) -> list[Row]:
    """New rows, and one of the batch before once more: rows are replaced, too."""
    return [sample_row(number * BATCH + k) for k in range(-1 if number else 0, BATCH)]


def kills(count: int, path: Path, seed: int = 0) -> int:
    """Kills so many writers of one file, each of which goes on where the last one ended; the number of rows at the end.

    Raises: AssertionError if a row that was said to be stored is missing or damaged, or half a batch is there.
    """
    rng = random.Random(seed)
    Atlas.created(path).close()
    stored = 0
    for _ in range(count):
        said = _killed(path, rng.uniform(0, LONGEST))
        stored = _batches(path)
        assert stored in (said, said + 1), f"{said} batches were said to be stored, and there are {stored}"
    return stored * BATCH


def _killed(path: Path, seconds: float) -> int:
    """How many batches a writer said that there are, when it was killed so many seconds after the first."""
    command = [sys.executable, "-m", __spec__.name if __spec__ else "tests.unit.atlas.killing", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(seconds)
        writer.kill()
        lines = [first, *writer.stdout.read().splitlines(keepends=True)]
    said = [int(line) for line in lines if line.endswith("\n")]
    assert said, "the writer ended before it was killed"
    return said[-1]


def _batches(path: Path) -> int:
    """How many batches the file has, with each row and certificate whole."""
    with Atlas.writing(path) as atlas:  # the lock of the killed process is free
        rows = list(atlas.stored())
        for row in rows:
            assert sealed(row.case, row.columns, row.digests) == row.seal
            assert atlas.certificate(row.digests["dimension"]) == certificate_text(int(str(row.columns["lower"])))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert {row.columns["lower"] for row in rows} == set(range(len(rows))) and len(rows) % BATCH == 0
    return len(rows) // BATCH


def write(path: Path) -> Iterator[int]:
    """Stores batches until the process ends."""
    with Atlas.writing(path) as atlas:
        number = sum(1 for _ in atlas.stored()) // BATCH
        while True:
            atlas.add(batch(number))
            number += 1
            yield number


if __name__ == "__main__":
    for stored_batches in write(Path(sys.argv[1])):
        print(stored_batches, flush=True)
