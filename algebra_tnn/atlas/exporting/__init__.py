"""An atlas for others: a searchable site, CSV, and Parquet shards that are read back and merged."""

from __future__ import annotations

from algebra_tnn.atlas.exporting.exports import FORMATS, Exported, export
from algebra_tnn.atlas.exporting.imports import Imported, imported

__all__ = ["FORMATS", "Exported", "Imported", "export", "imported"]
