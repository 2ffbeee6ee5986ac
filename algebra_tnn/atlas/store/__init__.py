"""The file of a sweep: one SQLite database with rows, certificates and what they are about."""

from __future__ import annotations

from algebra_tnn.atlas.store.atlas import Atlas, Stored
from algebra_tnn.atlas.store.errors import AtlasError
from algebra_tnn.atlas.store.schema import SCHEMA

__all__ = ["SCHEMA", "Atlas", "AtlasError", "Stored"]
