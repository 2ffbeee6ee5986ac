"""Migration: a file of the first version becomes one of this version, whole or not at all."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn.atlas.rows import sealed
from algebra_tnn.atlas.store import SCHEMA, Atlas, AtlasError, schema
from tests.unit.atlas.version_1 import CERTIFICATES, FILE, ROWS, write


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "old.sqlite"
    shutil.copy(FILE, path)
    yield path


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        return [f"version {version}", *connection.iterdump()]


def test_the_file_is_what_the_script_writes(tmp_path: Path) -> None:
    write(tmp_path / "new.sqlite")
    assert dump(tmp_path / "new.sqlite") == dump(FILE)


def test_all_that_an_old_file_says_is_kept(old: Path) -> None:
    with Atlas.writing(old) as atlas:
        assert atlas.about() == {"schema": str(SCHEMA), "specification": 'title = "old"'}
        stored = list(atlas.stored())
        assert [(row.columns["key"], row.case, row.columns["name"]) for row in stored] == [
            (row[0], row[1], row[4]) for row in ROWS
        ]
        for row in stored:
            assert sealed(row.case, row.columns, row.digests) == row.seal
        found = {
            (row.columns["key"], role): atlas.certificate(digest)
            for row in stored
            for role, digest in row.digests.items()
        }
        assert found == CERTIFICATES
        assert stored[2].columns["reason"] == "it takes more than 60 s"
        assert stored[0].columns["seconds"] == 0.25 and stored[0].columns["rules"] is None
        assert atlas.connection.execute("SELECT count(*) FROM certificates").fetchone() == (2,), "each text once"


def test_a_migrated_file_is_as_good_as_a_new_one(old: Path, tmp_path: Path) -> None:
    keys = [row[0] for row in ROWS]
    with Atlas.writing(old) as atlas:
        assert atlas.finished(keys) == set(keys[:2])
        assert atlas.tries(keys) == {keys[2]: (1, "it takes more than 60 s")}
        assert atlas.derive() == 2
    Atlas.created(tmp_path / "new.sqlite").close()
    tables = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    with closing(sqlite3.connect(old)) as one, closing(sqlite3.connect(tmp_path / "new.sqlite")) as two:
        assert one.execute(tables).fetchall() == two.execute(tables).fetchall()
    before = dump(old)
    Atlas.writing(old).close()
    assert dump(old) == before, "it is migrated once"


def test_reading_changes_nothing_and_says_how_to_migrate(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(AtlasError, match=r"has version 1 of the tables.*--resume"):
        Atlas.reading(old)
    assert old.read_bytes() == before


def test_an_error_in_the_middle_leaves_the_old_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(old)
    monkeypatch.setattr(schema, "sealed", _failing_at_the_second_row(lambda: 1 // 0))
    with pytest.raises(ZeroDivisionError):
        Atlas.writing(old)
    assert dump(old) == before
    monkeypatch.undo()
    with Atlas.writing(old) as atlas:
        assert len(list(atlas.stored())) == len(ROWS)


def test_a_kill_in_the_middle_leaves_the_old_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(old)
    monkeypatch.setattr(schema, "sealed", _failing_at_the_second_row(lambda: os.kill(os.getpid(), signal.SIGKILL)))
    child = os.fork()
    if child == 0:
        try:
            Atlas.writing(old)
        finally:
            os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert dump(old) == before


def _failing_at_the_second_row(failure: Any) -> Any:
    calls = iter([None])

    def instead(*about: Any) -> str:
        if next(calls, failure) is failure:
            failure()
        return sealed(*about)

    return instead
