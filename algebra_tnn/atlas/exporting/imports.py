"""Parquet shards read back into an atlas: how the answers of several machines become one file."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from algebra_tnn.atlas.exporting.columns import batches
from algebra_tnn.atlas.exporting.shards import (
    CERTIFICATES,
    FORMAT,
    ROWS,
    VERSION,
    Shard,
    certificates_schema,
    parquet,
    rows_schema,
)
from algebra_tnn.atlas.rows import COLUMNS, sealed
from algebra_tnn.atlas.store import AtlasError, Stored

if TYPE_CHECKING:
    from algebra_tnn.atlas.store import Atlas

_CERTIFICATES_AT_A_TIME = 1000


@dataclass(frozen=True, slots=True)
class Imported:
    """How much was read back."""

    rows: int
    certificates: int


def imported(manifest: str | os.PathLike[str], atlas: Atlas) -> Imported:
    """Adds what Parquet shards hold to an atlas that is open for writing; rows of the same key are replaced.

    All shards are compared with their digests before the first row is stored, then each row with its seal and each
    certificate with its own digest. Nothing is unpickled.

    Raises: AtlasError if the manifest is none, a shard is missing or not as recorded, or pyarrow is missing.
    """
    reader = parquet()
    path = Path(manifest)
    try:
        shards = _shards(path)
        for shard in shards:
            _check(path.parent / shard.file, shard)
        certificates = rows = 0
        for shard in (shard for shard in shards if shard.kind == CERTIFICATES):
            for texts in batches(_certificates(reader, path.parent / shard.file), _CERTIFICATES_AT_A_TIME):
                atlas.restore((), texts)
                certificates += len(texts)
        for shard in (shard for shard in shards if shard.kind == ROWS):
            for stored in batches(_rows(reader, path.parent / shard.file)):
                atlas.restore(stored)
                rows += len(stored)
    except OSError as error:
        raise AtlasError(f"{error.filename or manifest} could not be read: {error.strerror or error}") from None
    return Imported(rows, certificates)


def _shards(path: Path) -> list[Shard]:
    """What the manifest names. Raises: AtlasError, OSError."""
    try:
        read = json.loads(path.read_bytes())
        if read["format"] != FORMAT:
            raise ValueError
        version, named = read["manifest"], read["shards"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise AtlasError(f"{path} is no manifest of an exported atlas; give the manifest.json of an export") from None
    if version != VERSION:
        raise AtlasError(f"{path} has version {version!r} of the manifest, and this program reads {VERSION}; update it")
    if [column["name"] for column in read.get("columns", ())] != list(COLUMNS):
        raise AtlasError(f"{path} has other columns than this program; export again with the same version of it")
    try:
        shards = [Shard(**shard) for shard in named]
        for shard in shards:
            _check_entry(shard)
    except (TypeError, ValueError):
        raise AtlasError(f"{path} describes a shard in a way that no export does; export again") from None
    return shards


def _check_entry(shard: Shard) -> None:
    """Raises: ValueError, TypeError. A shard lies beside its manifest, wherever a stranger would like it to be."""
    if shard.kind not in (ROWS, CERTIFICATES) or Path(shard.file).name != shard.file or "\\" in shard.file:
        raise ValueError
    if not isinstance(shard.sha256, str) or not isinstance(shard.rows, int):
        raise TypeError


def _check(path: Path, shard: Shard) -> None:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    if digest != shard.sha256:
        raise AtlasError(
            f"{path} is not as its manifest says: its SHA-256 is {digest}, not {shard.sha256}; copy or export it again"
        )


def _groups(reader: Any, path: Path, schema: Any) -> Iterator[list[dict[str, Any]]]:
    """The row groups of a shard. Raises: AtlasError."""
    import pyarrow

    try:
        with reader.ParquetFile(path) as file:
            if not file.schema_arrow.equals(schema):
                raise AtlasError(f"{path} has other columns than this program writes; export again")
            for group in range(file.num_row_groups):
                yield file.read_row_group(group).to_pylist()
    except pyarrow.ArrowException as error:
        raise AtlasError(f"{path} could not be read as Parquet: {' '.join(str(error).split())}") from None


def _certificates(reader: Any, path: Path) -> Iterator[str]:
    for group in _groups(reader, path, certificates_schema()):
        for entry in group:
            digest, content = str(entry["digest"]), str(entry["content"])
            if sha256(content.encode()).hexdigest() != digest:
                raise AtlasError(f"{path}: the certificate {digest} is not what its digest says; export again")
            yield content


def _rows(reader: Any, path: Path) -> Iterator[Stored]:
    for group in _groups(reader, path, rows_schema()):
        for entry in group:
            columns = {name: entry[name] for name in COLUMNS}
            yield _with_its_seal(path, str(entry["case"]), columns, dict(entry["evidence"] or ()), entry["seal"])


def _with_its_seal(path: Path, case: str, columns: Mapping[str, Any], digests: Mapping[str, str], seal: Any) -> Stored:
    if sealed(case, columns, digests) != seal:
        raise AtlasError(f"{path}: the row of {columns['name']!r} is not what its seal says; export again")
    return Stored(case, dict(columns), dict(digests), seal)
