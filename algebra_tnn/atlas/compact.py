"""The compact form of an atlas: the answers without their certificates, as compressed tables with a manifest.

Rows in the order of (question, family, field, case) are cut into parts, and each part is a CSV file, compressed by xz.
Its header names first the sizes of the cases, whose cells are JSON, and then columns of rows; an empty cell is NULL. A
column that is the same in all rows of a part is in the manifest instead, what the sizes imply is in neither, and what a
run costs is left out. Of each certificate the first 16 hexadecimal digits of its SHA-256 are kept, which is enough to
see whether it was made again. The manifest knows the first case of every part, so that one of them has to be read to
find a case, and the SHA-256 of every file.
"""

from __future__ import annotations

import csv
import io
import json
import lzma
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import chain, groupby, islice
from pathlib import Path
from typing import Any

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.families import FAMILIES
from algebra_tnn.atlas.rows import COLUMNS, Value
from algebra_tnn.atlas.store import AtlasError

FORMAT = 1
MANIFEST = "manifest.json"
ROWS = 4000  # of a part: it is read in a few hundredths of a second, and larger ones are hardly smaller per row
DIGITS = 16  # of a digest

_OF_CASES = ("key", "question", "family", "field")
_LEFT_OUT = ("seconds", "megabytes", "tries")
_DIGESTS = "certificates"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row without certificates: all columns, NULL for what it cost, and the first digits of digests by role."""

    case: Case
    columns: Mapping[str, Value]
    digests: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A file of rows with one question, family and field; ``same`` are the columns that do not vary."""

    file: str
    question: str
    family: str
    field: str
    rows: int
    first: str
    sha256: str
    same: Mapping[str, Value]

    @property
    def place(self) -> tuple[str, str, str, str]:
        return self.question, self.family, self.field, self.first


@dataclass(frozen=True, slots=True)
class Manifest:
    """The parts, and the specifications of the sweeps that made the rows, by title."""

    version: str
    rules: str
    day: str
    rows: int
    specifications: Mapping[str, str]
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        meanings = {name: meaning for name, (_, meaning) in COLUMNS.items() if name not in _LEFT_OUT}
        return json.dumps({"format": FORMAT, **asdict(self), "columns": meanings}, ensure_ascii=False, indent=1) + "\n"


def written(entries: Iterable[Entry], folder: Path, specifications: Mapping[str, str]) -> Manifest:
    """Writes the parts and the manifest of entries into a folder that exists; parts of an earlier manifest go.

    Raises: OSError, AtlasError if there are no entries.
    """
    ordered = sorted(entries, key=_place)
    if not ordered:
        raise AtlasError("there are no rows to write; sweep first")
    if (folder / MANIFEST).exists():
        for part in manifest(folder).parts:
            (folder / part.file).unlink(missing_ok=True)
    parts = []
    for (question, family, field), group in groupby(ordered, lambda entry: _place(entry)[:3]):
        for number, chunk in enumerate(_chunks(group), start=1):
            same, content = _content(chunk)
            file = f"{family}-{question}-{field}-{number:03}.csv.xz".lower()
            (folder / file).write_bytes(content)
            digest = sha256(content).hexdigest()
            parts.append(Part(file, question, family, field, len(chunk), chunk[0].case.text, digest, same))
    latest = max(ordered, key=lambda entry: str(entry.columns["day"])).columns
    about = {name: str(latest[name]) for name in ("version", "rules", "day")}
    made = Manifest(rows=len(ordered), specifications=dict(specifications), parts=tuple(parts), **about)
    (folder / MANIFEST).write_text(made.text, encoding="utf-8")
    return made


def manifest(folder: Path) -> Manifest:
    """Raises: AtlasError if the folder has none that can be read."""
    path = folder / MANIFEST
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        if read["format"] != FORMAT:
            raise AtlasError(
                f"{path} has the format {read['format']}; this version reads {FORMAT}: install a newer one"
            )
        parts = tuple(Part(**part) for part in read.pop("parts"))
        return Manifest(parts=parts, **{name: read[name] for name in Manifest.__slots__ if name != "parts"})
    except (OSError, KeyError, TypeError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise AtlasError(f"{path} is no manifest of an atlas ({error}); fetch the folder again") from None


def entries(folder: Path, part: Part, only: Case | None = None) -> Iterator[Entry]:
    """The rows of a part, or that of one case. Raises: AtlasError if the file is not the one in the manifest."""
    names, *lines = csv.reader(io.StringIO(lzma.decompress(_intact(folder, part)).decode()))
    count = names.index("name")  # what is before are sizes
    wanted = None if only is None else [_cell(value) for _, value in only.sizes]
    for line in lines:
        if wanted in (None, line[:count]):
            sizes = {name: _size(cell) for name, cell in zip(names[:count], line[:count], strict=True)}
            cells = dict(zip(names[count:], line[count:], strict=True))
            yield _entry(part, Case.of(part.question, part.family, sizes, part.field), cells)


def found(folder: Path, about: Manifest, case: Case) -> Entry | None:
    """The row of a case, from the one part that can have it. Raises: AtlasError."""
    place = (case.question, case.family, case.field, case.text)
    at = bisect_right(about.parts, place, key=lambda part: part.place)
    if at == 0:
        return None
    return next((entry for entry in entries(folder, about.parts[at - 1], case) if entry.case == case), None)


def _intact(folder: Path, part: Part) -> bytes:
    path = folder / part.file
    try:
        content = path.read_bytes()
    except OSError as error:
        raise AtlasError(f"{path} cannot be read ({error.strerror}); fetch the folder again") from None
    if sha256(content).hexdigest() != part.sha256:
        raise AtlasError(f"{path} has another SHA-256 than the manifest says; fetch the folder again")
    return content


def _cell(size: Any) -> str:
    return json.dumps(size, separators=(",", ":"))


@lru_cache(maxsize=10_000)
def _size(cell: str) -> Any:
    return json.loads(cell)


def _place(entry: Entry) -> tuple[str, str, str, str]:
    return entry.case.question, entry.case.family, entry.case.field, entry.case.text


def _chunks(group: Iterator[Entry]) -> Iterator[list[Entry]]:
    """Lists of at most ``ROWS`` entries whose cases have sizes with the same names."""
    for _, alike in groupby(group, lambda entry: tuple(name for name, _ in entry.case.sizes)):
        while chunk := list(islice(alike, ROWS)):
            yield chunk


def _content(chunk: list[Entry]) -> tuple[dict[str, Value], bytes]:
    """The columns that do not vary, and the compressed table."""
    implied = FAMILIES[chunk[0].case.family].columns(dict(chunk[0].case.sizes))
    kept = [name for name in COLUMNS if name not in (*_OF_CASES, *_LEFT_OUT, *implied)]
    kept.remove("name")
    varying = [name for name in kept if len({entry.columns[name] for entry in chunk}) > 1]
    alike = {name: chunk[0].columns[name] for name in kept if name not in varying}
    same: dict[str, Value] = {name: value for name, value in alike.items() if value is not None}
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow([*(name for name, _ in chunk[0].case.sizes), "name", *varying, _DIGESTS])
    for entry in chunk:
        sizes = [_cell(value) for _, value in entry.case.sizes]
        digests = " ".join(f"{role}:{digest[:DIGITS]}" for role, digest in sorted(entry.digests.items()))
        writer.writerow(chain(sizes, [entry.columns["name"]], (entry.columns[name] for name in varying), [digests]))
    return same, lzma.compress(table.getvalue().encode(), preset=9 | lzma.PRESET_EXTREME)


def _entry(part: Part, case: Case, cells: dict[str, str]) -> Entry:
    digests = dict(pair.split(":") for pair in cells.pop(_DIGESTS).split())
    values: dict[str, Any] = {
        "question": case.question,
        "family": case.family,
        "field": case.field,
        **FAMILIES[case.family].columns(dict(case.sizes)),
        **part.same,
        **{name: _value(COLUMNS[name][0], cell) for name, cell in cells.items()},
    }
    values["key"] = sha256(f"{values['rules']} {case.text}".encode()).hexdigest()
    if values["trusts"] is None and values["status"] != "failed":
        values["trusts"] = ""
    return Entry(case, {name: values.get(name) for name in COLUMNS}, digests)


def _value(kind: str, cell: str) -> Value:
    if not cell:
        return None
    return int(cell) if kind == "INTEGER" else float(cell) if kind == "REAL" else cell
