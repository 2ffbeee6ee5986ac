"""A static site: one page, scripts that assign data, and certificates as files; it works from a folder, without server.

The page is the same for every atlas. What the rows say reaches it as JSON in scripts of their own and is put into the
document as text, never as HTML.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from algebra_tnn import __version__
from algebra_tnn.atlas.exporting import delimited, shards
from algebra_tnn.atlas.exporting.wording import in_words
from algebra_tnn.atlas.rows import COLUMNS, STATUSES, Value
from algebra_tnn.atlas.store import AtlasError

if TYPE_CHECKING:
    from algebra_tnn.atlas.store import Stored

PAGE = ("index.html", "atlas.css", "rows.js", "atlas.js")
DATA = "data"
CERTIFICATES = "certificates"
DETAILS = 500  # rows whose details are in one file, which is loaded when one of them is opened

# Columns by which rows are found, sorted and shown in the table: loaded at once. The others belong to the details.
SEARCHED = (
    *("name", "question", "family", "field", "layers", "widths", "degrees", "biases", "inputs", "outputs"),
    *("modes", "shape", "points", "status", "verdict", "parameters", "ambient", "expected", "lower", "upper"),
    *("probable", "defect", "finite", "global", "decompositions", "filling", "minimal_filling", "rule"),
)
CHOSEN = ("question", "family", "status", "finite", "global", "filling", "minimal_filling")  # by lists of their values


class Site:
    """Writes the scripts batch by batch, and the page at the end."""

    def __init__(
        self, folder: Path, about: Mapping[str, str], formats: Sequence[str], *, certificates: bool = False
    ) -> None:
        self._folder = folder
        self._about, self._formats, self._certificates = about, formats, certificates
        self._rows = self._searched = self._detailed = 0
        self._counts: Counter[tuple[Value, Value, Value]] = Counter()
        self._present: set[str] = set()
        self._values: dict[str, set[Value]] = {name: set() for name in CHOSEN}
        (folder / DATA).mkdir()

    def add(self, rows: Sequence[Stored], columns: Mapping[str, Sequence[Value]]) -> None:
        self._counts.update(zip(columns["question"], columns["family"], columns["status"], strict=True))
        self._present.update(name for name in COLUMNS if any(value is not None for value in columns[name]))
        for name, values in self._values.items():
            values.update(columns[name])
        found = {"first": self._rows, "count": len(rows), "columns": _packed(columns)}
        self._write(f"rows-{self._searched:04d}.js", "rows", found)
        self._searched += 1
        for start in range(0, len(rows), DETAILS):
            some = rows[start : start + DETAILS]
            found = {"first": self._rows + start, "rows": [_details(row) for row in some]}
            self._write(f"more-{self._detailed:05d}.js", "more", found)
            self._detailed += 1
        self._rows += len(rows)

    def add_certificates(self, certificates: Iterable[tuple[str, str]]) -> None:
        """Pairs of a digest and a JSON text, as files by digest."""
        for digest, content in certificates:
            if not is_digest(digest):
                raise AtlasError(f"the atlas names a certificate {digest[:80]!r}, which is no SHA-256; recheck it")
            place = self._folder / CERTIFICATES / digest[:2]
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{digest}.json").write_text(content, encoding="utf-8")

    def finish(self) -> None:
        self._write("about.js", "about", self._described())
        for name in PAGE:
            content = files("algebra_tnn.atlas.exporting").joinpath("page", name).read_bytes()
            (self._folder / name).write_bytes(content)

    def _described(self) -> dict[str, Any]:
        downloads = {"csv": delimited.NAME, "parquet": f"{shards.FOLDER}/{shards.MANIFEST}"}
        return {
            "title": _title(self._about.get("specification", "")),
            "version": __version__,
            "about": dict(self._about),
            "rows": self._rows,
            "scripts": self._searched,
            "details": DETAILS,
            "counts": [[*key, number] for key, number in sorted(self._counts.items(), key=str)],
            "statuses": STATUSES,
            "choices": {name: sorted(map(str, values - {None})) for name, values in self._values.items()},
            "columns": [
                {"name": name, "kind": kind, "meaning": meaning, "searched": name in SEARCHED}
                for name, (kind, meaning) in COLUMNS.items()
                if name in self._present
            ],
            "certificates": self._certificates,
            "downloads": {name: downloads[name] for name in self._formats if name in downloads},
        }

    def _write(self, name: str, call: str, value: Any) -> None:
        (self._folder / DATA / name).write_text(script(call, value), encoding="ascii")


def script(call: str, value: Any) -> str:
    """A script that hands a value to the page: JSON in ASCII, without what could end a script or begin markup.

    >>> script("about", {"title": "</script>"})
    'atlas.about({"title":"\\\\u003c/script\\\\u003e"});\\n'
    """
    text = json.dumps(value, separators=(",", ":"), default=str)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f"atlas.{call}({text});\n"


def _title(specification: str) -> str:
    """That of the specification, as far as it is one."""
    try:
        title = tomllib.loads(specification).get("title")
    except (ValueError, RecursionError):
        title = None
    return title if isinstance(title, str) and title.strip() else "Atlas"


def is_digest(text: str) -> bool:
    return re.fullmatch(r"[0-9a-f]{64}", text) is not None


def _packed(columns: Mapping[str, Sequence[Value]]) -> dict[str, Any]:
    """Columns that are not all NULL; texts that recur as a list of them and places in it."""
    packed: dict[str, Any] = {}
    for name in SEARCHED:
        values = columns[name]
        different = dict.fromkeys(values)
        if set(different) == {None}:
            continue
        if COLUMNS[name][0] == "TEXT" and 2 * len(different) < len(values):
            places = {value: place for place, value in enumerate(different)}
            packed[name] = {"values": list(different), "places": [places[value] for value in values]}
        else:
            packed[name] = [_exact(value) for value in values]
    return packed


def _details(row: Stored) -> dict[str, Any]:
    hidden = {name: _exact(value) for name, value in row.columns.items() if name not in SEARCHED and value is not None}
    evidence = sorted(row.digests.items())
    return {"words": in_words(row.columns), "columns": hidden, "seal": row.seal, "evidence": evidence}


def _exact(value: Value) -> Value:
    """Integers that doubles do not hold as text."""
    return str(value) if isinstance(value, int) and abs(value) >= 1 << 53 else value
