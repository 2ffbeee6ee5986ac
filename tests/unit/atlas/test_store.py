"""The store: what is put into a file comes out again, and what is wrong with a file is one sentence."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from algebra_tnn.atlas.rows import COLUMNS, sealed
from algebra_tnn.atlas.store import SCHEMA, Atlas, AtlasError, Stored
from tests.unit.atlas.sample_rows import certificate_text, network_row, sample_row


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Of a file with ten rows."""
    path = tmp_path / "a.sqlite"
    with Atlas.created(path, "title = 'ten'") as atlas:
        atlas.add(sample_row(number) for number in range(10))
    return path


def test_rows_come_out_as_they_went_in(path: Path) -> None:
    with Atlas.reading(path) as atlas:
        several = list(atlas.stored())
        assert [each.columns["key"] for each in several] == sorted(sample_row(n).case.key for n in range(10))
        for number in range(10):
            row = sample_row(number)
            stored = atlas.row(row.case.key)
            assert stored == Stored(row.case.text, row.columns(), row.digests, row.seal)
            assert stored in several
            assert list(stored.columns) == list(COLUMNS)
            assert sealed(stored.case, stored.columns, stored.digests) == stored.seal
            assert atlas.certificate(stored.digests["dimension"]) == certificate_text(number)
        assert atlas.row("0" * 64) is None


def test_a_row_replaces_that_of_the_same_case(path: Path) -> None:
    case = sample_row(3).case
    with Atlas.writing(path) as atlas:
        atlas.add([replace(sample_row(3), certificates={"lower": "{}"}, status="undecided")])
        found = atlas.row(case.key)
        assert found is not None and found.columns["status"] == "undecided" and list(found.digests) == ["lower"]
        assert len(list(atlas.stored())) == 10
        atlas.add([sample_row(3, "failed", tries=2)])
        assert atlas.row(case.key) == found, "a failure replaces no answer"


def test_what_need_not_be_computed_again(tmp_path: Path) -> None:
    rows = [sample_row(1), sample_row(2, "failed", reason="too slow"), sample_row(3, "failed", 2), sample_row(4)]
    keys = [row.case.key for row in rows]
    with Atlas.created(tmp_path / "a.sqlite") as atlas:
        atlas.add(rows[:3])
        assert atlas.finished(keys) == {keys[0], keys[2]}
        assert atlas.tries(keys)[keys[1]] == (1, "too slow")
        assert set(atlas.tries(keys)) == {keys[1], keys[2]}
        assert atlas.finished([f"{n}" for n in range(1200)] + keys) == {keys[0], keys[2]}
        atlas.add([sample_row(2)])
        assert atlas.finished(keys) == set(keys[:3])


def test_all_rows_or_none(path: Path) -> None:
    with Atlas.writing(path) as atlas:
        before = list(atlas.stored())
        with pytest.raises(AtlasError, match="a longer one"):
            atlas.add([sample_row(20), sample_row(21, lower=2**70)])
        whole = Stored("{}", sample_row(20).columns(), {}, "")
        with pytest.raises(KeyError):
            atlas.restore([whole, Stored("{}", {"key": "1", "status": "proved"}, {}, "")], ["{}"])
        assert list(atlas.stored()) == before
        atlas.add([sample_row(20)])
        assert len(list(atlas.stored())) == 11


def test_rows_of_other_files_are_restored_as_they_stand(path: Path, tmp_path: Path) -> None:
    with Atlas.reading(path) as atlas, Atlas.created(tmp_path / "b.sqlite") as other:
        rows = [replace(row, seal=row.seal.upper()) for row in atlas.stored()]
        other.restore(rows, map(certificate_text, range(10)))
        assert list(other.stored()) == rows
        assert all(other.certificate(row.digests["dimension"]) for row in rows)


def test_notes(path: Path) -> None:
    with Atlas.writing(path) as atlas:
        atlas.note(total="10", rate="2.5")
        atlas.note(total="12")
    with Atlas.reading(path) as atlas:
        assert atlas.about() == {"schema": str(SCHEMA), "specification": "title = 'ten'", "total": "12", "rate": "2.5"}


def test_readers_see_what_is_committed(path: Path) -> None:
    with Atlas.writing(path) as writer, Atlas.reading(path) as reader:
        rows = reader.stored()
        next(rows)
        writer.add([sample_row(50)])  # a reader in the middle of the file is not in the way
        assert len(list(rows)) == 9, "and goes on with the file as it was"
        assert reader.row(sample_row(50).case.key) is not None
        with pytest.raises(AtlasError, match="read-only"):
            reader.note(total="1")


NETWORKS = [
    (network_row((2, 1, 1), "refuted"), "refuted"),
    (network_row((2, 2, 1), "proved"), "proved"),  # the smaller one is refuted
    (network_row((2, 3, 1), "proved"), "refuted"),  # the smaller one fills
    (network_row((2, 5, 1), "proved"), None),  # nothing is known of the smaller one
    (network_row((3, 1, 1, 1), "proved"), "proved"),  # there is no smaller one
    (network_row((3, 1, 2, 1), "undecided"), "refuted"),
    (network_row((4, 1, 1, 1), "undecided"), "undecided"),
    (network_row((4, 1, 2, 1), "proved"), "undecided"),
    (network_row((4, 2, 1, 1), "refuted"), "refuted"),
    (network_row((4, 2, 2, 1), "proved"), "refuted"),
    (network_row((2, 2, 1), "undecided", degree=3), None),
    (network_row((2, 1, 1), "undecided", "identifiability", degree=4), "refuted"),
    (network_row((2, 1, 1), "refuted", degree=4), "refuted"),
    (network_row((2, 2, 1), "proved", "identifiability", degree=4), "proved"),  # by the row of the other question
    (network_row((2, 2, 1), "proved", biases=True), None),
]


def test_minimal_fillings(tmp_path: Path) -> None:
    wanted = {row.case.key: value for row, value in NETWORKS}
    undecided = NETWORKS[11][0]
    wanted[undecided.case.key] = "undecided"
    with Atlas.created(tmp_path / "a.sqlite") as atlas:
        atlas.add(row for row, _ in NETWORKS)
        assert dict(atlas.derivable()) == wanted
        assert atlas.derive() == sum(value is not None for value in wanted.values())
        assert {str(row.columns["key"]): row.columns["minimal_filling"] for row in atlas.stored()} == wanted
        assert all(sealed(row.case, row.columns, row.digests) == row.seal for row in atlas.stored())
        assert atlas.derive() == 0
        atlas.add([network_row((2, 4, 1), "proved")])
        assert atlas.derive() == 2, "the new row, and that of the network with one neuron more"


def test_rows_that_are_not_about_filling_are_not_minimal(tmp_path: Path) -> None:
    rows = [network_row((2, 2, 1), "proved"), network_row((2, 3, 1), None, "conservation"), sample_row(1)]
    with Atlas.created(tmp_path / "a.sqlite") as atlas:
        atlas.add(rows)  # the last one is as good as damaged: it does not say its widths
        assert atlas.derive() == 0


def text_file(path: Path) -> None:
    path.write_text("question = 'dimension'\n")


def empty_file(path: Path) -> None:
    path.touch()


def folder(path: Path) -> None:
    path.mkdir()


def nothing(path: Path) -> None:
    pass


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE atlas (key TEXT)")
    connection.close()


def half_a_file(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + bytes(range(256)) * 8)


def newer(path: Path) -> None:
    Atlas.created(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()


@pytest.mark.parametrize("opened", [Atlas.reading, Atlas.writing])
@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (text_file, "is no atlas"),
        (empty_file, "is no atlas"),
        (folder, "is a folder"),
        (nothing, "No such file"),
        (other_database, "is no atlas"),
        (half_a_file, "a.sqlite"),
        (newer, f"has version {SCHEMA + 1} .* install a newer"),
    ],
)
def test_what_is_no_atlas_is_left_alone(
    tmp_path: Path, make: Callable[[Path], None], sentence: str, opened: Callable[[Path], Atlas]
) -> None:
    path = tmp_path / "a.sqlite"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(AtlasError, match=sentence) as raised:
        opened(path).close()
    assert str(path) in str(raised.value) and "\n" not in str(raised.value)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("make", [text_file, empty_file, folder, newer])
def test_nothing_is_created_over_a_file(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "a.sqlite"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(AtlasError, match=r"exists|is a folder"):
        Atlas.created(path)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_nothing_is_created_at_the_end_of_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(AtlasError, match="exists"):
        Atlas.created(tmp_path / "a.sqlite")
    assert not (tmp_path / "elsewhere").exists()


def test_the_folder_has_to_exist(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match=r"the folder .* does not exist"):
        Atlas.created(tmp_path / "no" / "a.sqlite")


def test_one_writer_at_a_time(path: Path) -> None:
    with Atlas.writing(path), pytest.raises(AtlasError, match=rf"written by another process \({os.getpid()}\)"):
        Atlas.writing(path)
    with Atlas.writing(path) as atlas:  # the lock is given up, also by what failed
        atlas.add([sample_row(30)])


def test_a_full_disk_loses_nothing(path: Path) -> None:
    with Atlas.writing(path) as atlas:
        before = list(atlas.stored())
        pages = atlas.connection.execute("PRAGMA page_count").fetchone()[0]
        atlas.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(AtlasError, match=r"cannot grow .* --resume"):
            atlas.add(sample_row(number) for number in range(100, 200))
        assert list(atlas.stored()) == before
        atlas.connection.execute("PRAGMA max_page_count = 100000")
        atlas.add([sample_row(100)])
        assert len(list(atlas.stored())) == 11


def changed(path: Path, statement: str, *values: object) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement, values)
    connection.close()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (zlib.compress(certificate_text(2).encode()), "damaged"),  # a certificate, but of another case
        (zlib.compress(certificate_text(1).encode())[:-1], "damaged"),
        (zlib.compress(certificate_text(1).encode()) + b"0", "damaged"),
        (zlib.compress(b"\xff"), "damaged"),
        (b"", "damaged"),
        (zlib.compress(bytes(10**8), 1), "damaged"),  # unpacks to more than there may be
        ("text", "damaged"),
    ],
    ids=["other", "cut", "longer", "no text", "empty", "bomb", "type"],
)
def test_a_damaged_certificate(path: Path, content: bytes, sentence: str) -> None:
    digest = sample_row(1).digests["dimension"]
    changed(path, "UPDATE certificates SET content = ? WHERE digest = ?", content, digest)
    with Atlas.reading(path) as atlas, pytest.raises(AtlasError, match=sentence):
        atlas.certificate(digest)
    with Atlas.writing(path) as atlas:
        atlas.add([sample_row(1)])
        assert atlas.certificate(digest) == certificate_text(1), "what is stored again is whole again"


def test_a_missing_certificate(path: Path) -> None:
    with Atlas.reading(path) as atlas, pytest.raises(AtlasError, match="has no certificate 000000000000…"):
        atlas.certificate("0" * 64)


def test_a_damaged_text_comes_out_and_its_seal_shows_it(path: Path) -> None:
    key = sample_row(1).case.key
    changed(path, "UPDATE atlas SET name = CAST(x'70ff' AS TEXT) WHERE key = ?", key)
    with Atlas.reading(path) as atlas:
        row = atlas.row(key)
    assert row is not None and row.columns["name"] == "p\udcff"
    assert sealed(row.case, row.columns, row.digests) != row.seal


def test_damaged_pages_are_one_sentence(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)
    with Atlas.reading(path) as atlas:
        readings: list[Callable[[], object]] = [
            lambda: list(atlas.stored()),
            lambda: atlas.row("0" * 64),
            atlas.about,
            lambda: atlas.finished(["0"]),
            lambda: list(atlas.derivable()),
            lambda: atlas.certificate("0"),
        ]
        for read in readings:
            with pytest.raises(AtlasError, match="is damaged"):
                read()
