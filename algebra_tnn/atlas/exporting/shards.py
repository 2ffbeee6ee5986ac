"""Parquet shards: a few files with rows, a few with certificates, and a manifest that says what is in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from algebra_tnn import __version__
from algebra_tnn.atlas.exporting.columns import required
from algebra_tnn.atlas.rows import COLUMNS, Value
from algebra_tnn.atlas.store import AtlasError

if TYPE_CHECKING:
    from algebra_tnn.atlas.store import Stored

FOLDER = "parquet"
MANIFEST = "manifest.json"
FORMAT = "shards of an atlas by algebra_tnn"
VERSION = 1  # of the manifest

ROWS, CERTIFICATES = "rows", "certificates"
ROWS_IN_A_SHARD = 200_000
BYTES_IN_A_SHARD = 256 << 20  # of certificates, before they are compressed
BYTES_IN_A_GROUP = 8 << 20

# What a row has beside its columns.
MORE = {
    "case": "the case as JSON",
    "seal": "SHA-256 of all that the row says, and of the digests of its certificates",
    "evidence": "the SHA-256 of each certificate, by what it is for",
}


@dataclass(frozen=True, slots=True)
class Shard:
    """A file of the manifest's folder."""

    file: str
    kind: str
    rows: int
    bytes: int
    sha256: str


def parquet() -> Any:
    """pyarrow's module of that name. Raises: AtlasError, which says how to install it."""
    return required("pyarrow.parquet", "pip install 'algebra-tnn[tables]'")


class Shards:
    """Writes batches as row groups, so that no more than one batch is in memory."""

    def __init__(self, folder: Path, stack: ExitStack, about: Mapping[str, str]) -> None:
        self._parquet = parquet()
        self._folder = folder / FOLDER
        self._folder.mkdir()
        self._about = about
        self._shards: list[Shard] = []
        self._open = _Open(self._parquet, self._folder, ROWS, rows_schema())
        stack.callback(lambda: self._open.close())

    def add(self, rows: Sequence[Stored], columns: Mapping[str, Sequence[Value]]) -> None:
        if self._open.rows + len(rows) > ROWS_IN_A_SHARD:
            self._turn(ROWS, rows_schema())
        more: dict[str, Sequence[Any]] = {
            "case": [row.case for row in rows],
            "seal": [row.seal for row in rows],
            "evidence": [sorted(row.digests.items()) for row in rows],
        }
        self._open.write({**columns, **more})

    def add_certificates(self, certificates: Iterable[tuple[str, str]]) -> None:
        """Pairs of a digest and a JSON text, after all rows."""
        self._turn(CERTIFICATES, certificates_schema())
        group: list[tuple[str, str]] = []
        in_group = in_shard = 0
        for digest, content in certificates:
            if in_group > BYTES_IN_A_GROUP:
                self._write_group(group)
                in_shard += in_group
                group, in_group = [], 0
                if in_shard > BYTES_IN_A_SHARD:
                    self._turn(CERTIFICATES, certificates_schema())
                    in_shard = 0
            group.append((digest, content))
            in_group += len(content)
        self._write_group(group)

    def finish(self) -> None:
        self._close()
        manifest = {
            "format": FORMAT,
            "manifest": VERSION,
            "versions": {"algebra_tnn": __version__, "pyarrow": required("pyarrow", "").__version__},
            "about": dict(self._about),
            "columns": [{"name": name, "type": kind, "meaning": text} for name, (kind, text) in COLUMNS.items()],
            "more": [{"name": name, "meaning": text} for name, text in MORE.items()],
            "shards": [asdict(shard) for shard in self._shards],
        }
        text = json.dumps(manifest, indent=1) + "\n"
        (self._folder / MANIFEST).write_text(text, encoding="utf-8")

    def _write_group(self, group: Sequence[tuple[str, str]]) -> None:
        if group:
            digests, contents = zip(*group, strict=True)
            self._open.write({"digest": digests, "content": contents})

    def _turn(self, kind: str, schema: Any) -> None:
        """To the next shard."""
        self._close()
        self._open = _Open(self._parquet, self._folder, kind, schema, sum(s.kind == kind for s in self._shards))

    def _close(self) -> None:
        self._open.close()
        path = self._open.path
        if self._open.rows == 0:
            path.unlink()
            return
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
        self._shards.append(Shard(path.name, self._open.kind, self._open.rows, path.stat().st_size, digest))


class _Open:
    """The shard that is being written."""

    def __init__(self, parquet: Any, folder: Path, kind: str, schema: Any, number: int = 0) -> None:
        self.path = folder / f"{kind}-{number:05d}.parquet"
        self.kind = kind
        self.rows = 0
        self._schema = schema
        self._writer = parquet.ParquetWriter(self.path, schema, compression="zstd")

    def write(self, columns: Mapping[str, Sequence[Any]]) -> None:
        """One row group. Raises: AtlasError for what a damaged atlas has in its columns."""
        import pyarrow

        try:
            table = pyarrow.table(dict(columns), schema=self._schema)
        except (ValueError, TypeError, OverflowError) as error:
            why = " ".join(str(error).split())
            raise AtlasError(f"the atlas has a value that is none of its column ({why}); check it first") from None
        self._writer.write_table(table, row_group_size=max(1, table.num_rows))
        self.rows += table.num_rows

    def close(self) -> None:
        self._writer.close()  # a second time does nothing


def rows_schema() -> Any:
    import pyarrow

    types = {"TEXT": pyarrow.string(), "INTEGER": pyarrow.int64(), "REAL": pyarrow.float64()}
    columns = {name: types[kind] for name, (kind, _) in COLUMNS.items()}
    texts = {"case": pyarrow.string(), "seal": pyarrow.string()}
    return pyarrow.schema({**columns, **texts, "evidence": pyarrow.map_(pyarrow.string(), pyarrow.string())})


def certificates_schema() -> Any:
    import pyarrow

    return pyarrow.schema({"digest": pyarrow.string(), "content": pyarrow.string()})
