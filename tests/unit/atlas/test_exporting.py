"""An export says what the atlas says, is whole or not there, and comes back as it was."""

from __future__ import annotations

import csv
import json
import shutil
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.exporting import FORMATS, export, exports, imported, shards
from algebra_tnn.atlas.rows import COLUMNS, Row
from algebra_tnn.atlas.store import Atlas, AtlasError


def row(width: int, **more: Any) -> Row:
    case = Case.of("dimension", "pnn", {"widths": (2, width, 1), "degrees": (2,), "biases": False})
    values = {"layers": 2, "widths": f"2,{width},1", "lower": 3, "upper": 3, "ambient": 3, "trusts": "", **more}
    certificates = {"dimension": json.dumps({"claim": width}), "lower": json.dumps({"shared": "ü"})}
    return Row(case, f"2×{width}×1", "proved", values, certificates, 0.25, 30, 1, "0.1.0", "01234567", "2026-01-02")


ROWS = [row(1), row(2, probable=-7), row(3, name=None, reason='"quoted", with\nbreaks;\u2028')]


@pytest.fixture
def atlas(tmp_path: Path) -> Iterator[Atlas]:
    with Atlas.created(tmp_path / "atlas.sqlite", "title = 'three'") as made:
        made.add(ROWS)
        yield made


def test_csv_has_a_line_for_each_row(atlas: Atlas, tmp_path: Path) -> None:
    made = export(atlas, tmp_path / "out", ["csv"])
    assert (made.rows, made.files, made.certificates) == (3, 1, 0)
    with open(tmp_path / "out" / "atlas.csv", encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file)
    assert header == list(COLUMNS)
    wanted = [["" if value is None else str(value) for value in stored.columns.values()] for stored in atlas.stored()]
    assert lines == wanted and len(wanted) == 3


def test_shards_come_back_as_they_were(atlas: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "ROWS_IN_A_SHARD", 2)  # so that there are several, with several row groups
    monkeypatch.setattr(shards, "BYTES_IN_A_GROUP", 1)
    monkeypatch.setattr(shards, "BYTES_IN_A_SHARD", 20)
    monkeypatch.setattr(exports, "batches", lambda rows: ([each] for each in rows))
    made = export(atlas, tmp_path / "out", ["parquet"])
    manifest = json.loads((tmp_path / "out" / "parquet" / "manifest.json").read_text(encoding="utf-8"))
    assert [shard["kind"] for shard in manifest["shards"]] == ["rows", "rows", "certificates", "certificates"]
    assert [shard["rows"] for shard in manifest["shards"][:2]] == [2, 1]
    assert manifest["about"]["specification"] == "title = 'three'"
    assert [column["name"] for column in manifest["columns"]] == list(COLUMNS)
    with Atlas.created(tmp_path / "again.sqlite", "") as again:
        counted = imported(tmp_path / "out" / "parquet" / "manifest.json", again)
        assert (counted.rows, counted.certificates) == (3, 4) == (made.rows, made.certificates)
        assert list(again.stored()) == list(atlas.stored())
        digests = {digest for stored in atlas.stored() for digest in stored.digests.values()}
        assert all(again.certificate(digest) == atlas.certificate(digest) for digest in digests)
        imported(tmp_path / "out" / "parquet" / "manifest.json", again)  # a second time changes nothing
        assert list(again.stored()) == list(atlas.stored())


def _flipped(folder: Path) -> None:
    path = folder / "rows-00000.parquet"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _manifest_changed(folder: Path, **changes: Any) -> None:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    shard = manifest["shards"][0]
    for name, value in changes.items():
        (shard if name in shard else manifest)[name] = value
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def _rewritten(folder: Path, file: str, column: str, value: str) -> None:
    """A shard with another value in its first row, and a manifest that says so."""
    import pyarrow
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(folder / file)
    values = [value, *table.column(column).to_pylist()[1:]]
    place = table.schema.get_field_index(column)
    pyarrow.parquet.write_table(table.set_column(place, table.schema.field(column), [values]), folder / file)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    for shard in manifest["shards"]:
        if shard["file"] == file:
            shard["sha256"] = sha256((folder / file).read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


SPOILT = {
    "is not as its manifest says": _flipped,
    "is no manifest": lambda folder: (folder / "manifest.json").write_text("[1]", encoding="utf-8"),
    "could not be read": lambda folder: (folder / "rows-00000.parquet").unlink(),
    "has version 9": lambda folder: _manifest_changed(folder, manifest=9),
    "has other columns than this program;": lambda folder: _manifest_changed(folder, columns=[{"name": "key"}]),
    "describes a shard": lambda folder: _manifest_changed(folder, file="../../../etc/passwd"),
    "what its seal says": lambda folder: _rewritten(folder, "rows-00000.parquet", "status", "probable"),
    "what its digest says": lambda folder: _rewritten(folder, "certificates-00000.parquet", "content", "{}"),
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    with Atlas.created(folder / "atlas.sqlite", "") as made:
        made.add(ROWS)
        export(made, folder / "out", ["parquet"])
    return folder / "out" / "parquet"


@pytest.mark.parametrize("sentence", SPOILT)
def test_spoilt_shards_are_refused(sentence: str, whole: Path, tmp_path: Path) -> None:
    shutil.copytree(whole, tmp_path / "copy")
    SPOILT[sentence](tmp_path / "copy")
    with (
        Atlas.created(tmp_path / "again.sqlite", "") as again,
        pytest.raises(AtlasError, match=sentence),
    ):
        imported(tmp_path / "copy" / "manifest.json", again)
    with Atlas.reading(tmp_path / "again.sqlite") as again:
        assert list(again.stored()) == []


def test_without_pyarrow_the_rest_works(atlas: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(
        AtlasError, match=r"pyarrow is not installed; install it with `pip install 'algebra-tnn\[tables\]'`"
    ):
        export(atlas, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    with pytest.raises(AtlasError, match="pyarrow is not installed"):
        imported(tmp_path / "manifest.json", atlas)
    export(atlas, tmp_path / "out", ["csv", "html"])
    assert (tmp_path / "out" / "index.html").exists()


def test_one_state_is_written(atlas: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row that comes while the export runs is in none of its formats."""
    certificates = exports._certificates
    read: list[int] = []

    def in_between(reader: Atlas) -> Iterator[tuple[str, str]]:
        atlas.add([row(5)])
        read.append(1)
        return certificates(reader)

    monkeypatch.setattr(exports, "_certificates", in_between)
    with Atlas.reading(tmp_path / "atlas.sqlite") as reader:
        made = export(reader, tmp_path / "out", ["parquet"])
    assert read and (made.rows, made.certificates) == (3, 4)


def test_formats_are_checked(atlas: Atlas, tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match="'xlsx'; the formats are html, csv, parquet"):
        export(atlas, tmp_path / "out", ["csv", "xlsx"])
    with pytest.raises(AtlasError, match="is empty"):
        export(atlas, tmp_path / "out", [])
    assert export(atlas, tmp_path / "out", "csv").formats == ("csv",)


def test_only_earlier_exports_are_replaced(atlas: Atlas, tmp_path: Path) -> None:
    def refused(place: Path, sentence: str) -> None:
        with pytest.raises(AtlasError, match=sentence):
            export(atlas, place, ["csv"])

    (tmp_path / "file").write_text("mine", encoding="utf-8")
    refused(tmp_path / "file", "is a file")
    refused(tmp_path / "missing" / "out", "does not exist; create it first")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.tex").write_text("mine", encoding="utf-8")
    refused(tmp_path / "mine", "holds files and is no earlier export")
    (tmp_path / "mine" / "atlas-export.json").write_text('{"format": 1}', encoding="utf-8")
    refused(tmp_path / "mine", "holds files and is no earlier export")
    (tmp_path / "out").mkdir()
    export(atlas, tmp_path / "out", ["csv", "html"])  # an empty folder
    export(atlas, tmp_path / "out", ["csv"])
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["atlas-export.json", "atlas.csv"]
    (tmp_path / "out" / "notes.txt").write_text("mine", encoding="utf-8")
    refused(tmp_path / "out", "holds notes.txt, which the earlier export did not write")
    (tmp_path / "out" / "notes.txt").unlink()
    export(atlas, tmp_path / "out", ["html"])
    (tmp_path / "out" / "data" / "notes.txt").write_text("mine", encoding="utf-8")
    refused(tmp_path / "out", "holds files that the earlier export did not write")
    assert sorted(path.name for path in tmp_path.iterdir() if path.name[0] == ".") == []


def test_links_stay_links(atlas: Atlas, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "link").symlink_to("site")
    export(atlas, tmp_path / "link", ["csv"])
    assert (tmp_path / "link").is_symlink() and (tmp_path / "site" / "atlas.csv").exists()


@pytest.mark.parametrize("format_", FORMATS)
def test_failures_leave_the_earlier_export(
    format_: str, atlas: Atlas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(atlas, tmp_path / "out", ["csv", "html"])
    before = sorted(tmp_path.rglob("*"))

    def full(*_: Any) -> Iterator[Any]:
        yield from atlas.stored()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exports, "batches", lambda rows: iter([list(rows), *full()]))
    with pytest.raises(AtlasError, match=r"could not be written to .*out: No space left on device"):
        export(atlas, tmp_path / "out", [format_])
    assert sorted(tmp_path.rglob("*")) == before
