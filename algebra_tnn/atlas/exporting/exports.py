"""One pass through an atlas, and all formats written from it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from algebra_tnn.atlas.exporting import delimited
from algebra_tnn.atlas.exporting.columns import Writer, batches, by_column
from algebra_tnn.atlas.exporting.folders import replaced, size_of
from algebra_tnn.atlas.exporting.shards import Shards
from algebra_tnn.atlas.exporting.site import Site
from algebra_tnn.atlas.store import AtlasError

if TYPE_CHECKING:
    import sqlite3

    from algebra_tnn.atlas.store import Atlas

FORMATS = ("html", "csv", "parquet")


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote; ``certificates`` are those in Parquet shards, or as files of the site."""

    folder: Path
    formats: tuple[str, ...]
    rows: int
    certificates: int
    files: int
    bytes: int

    def explanation(self) -> str:
        held = f" and {self.certificates:,} certificates" if self.certificates else ""
        return (
            f"{self.folder}: {self.rows:,} rows{held} as {', '.join(self.formats)}, "
            f"in {self.files:,} files with {self.bytes / 1e6:,.1f} MB"
        )

    def to_dict(self) -> dict[str, Any]:
        numbers = {name: getattr(self, name) for name in ("rows", "certificates", "files", "bytes")}
        return {"folder": str(self.folder), "formats": list(self.formats), **numbers}


def export(
    atlas: Atlas,
    folder: str | os.PathLike[str],
    formats: Iterable[str] = FORMATS,
    *,
    certificates: bool = False,
) -> Exported:
    """The rows of an atlas in a folder: a site to search in ("html"), one "csv" file, "parquet" shards.

    The folder is new, empty or an earlier export, which is replaced as a whole. Parquet shards always have the
    certificates beside the rows; with ``certificates`` the site has each of them as a file. A sweep may go on
    meanwhile: what is written is one state of the atlas.

    Raises: AtlasError if the folder is taken or cannot be written, a format is unknown, or pyarrow is missing.
    """
    chosen = _chosen(formats)
    rows = written = 0
    with replaced(folder) as staging:
        with _one_state(atlas.connection), ExitStack() as stack:
            about = atlas.about()
            site = Site(staging, about, chosen, certificates=certificates) if "html" in chosen else None
            shards = Shards(staging, stack, about) if "parquet" in chosen else None
            writers: list[Writer] = [writer for writer in (site, shards) if writer is not None]
            if "csv" in chosen:
                writers.append(delimited.Delimited(stack.enter_context(delimited.opened(staging))))
            for batch in batches(atlas.stored()):
                columns = by_column(row.columns for row in batch)
                for writer in writers:
                    writer.add(batch, columns)
                rows += len(batch)
            if shards is not None:
                shards.add_certificates(_certificates(atlas))
            if site is not None and certificates:
                site.add_certificates(_certificates(atlas))
            if shards is not None or (site is not None and certificates):
                written = _count(atlas)
            for writer in writers:
                writer.finish()
        files, size = size_of(staging)
    return Exported(Path(folder), chosen, rows, written, files, size)


def _chosen(formats: Iterable[str]) -> tuple[str, ...]:
    given = (formats,) if isinstance(formats, str) else tuple(formats)
    for name in given:
        if name not in FORMATS:
            raise AtlasError(f"formats has {name!r}; the formats are {', '.join(FORMATS)}")
    if not given:
        raise AtlasError(f"formats is empty; give at least one of {', '.join(FORMATS)}")
    return tuple(name for name in FORMATS if name in given)


@contextmanager
def _one_state(connection: sqlite3.Connection) -> Iterator[None]:
    """All reading in one transaction, which sees none of what is written meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.rollback()


def _certificates(atlas: Atlas) -> Iterator[tuple[str, str]]:
    for (digest,) in atlas.connection.execute("SELECT DISTINCT digest FROM evidence ORDER BY digest"):
        yield digest, atlas.certificate(digest)


def _count(atlas: Atlas) -> int:
    return int(atlas.connection.execute("SELECT count(DISTINCT digest) FROM evidence").fetchone()[0])
