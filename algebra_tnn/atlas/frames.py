"""Rows as data frames, for those who have pandas or polars."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from algebra_tnn.atlas.exporting.columns import by_column, required
from algebra_tnn.atlas.rows import COLUMNS, Row, Value
from algebra_tnn.atlas.store import Atlas, AtlasError, Stored

if TYPE_CHECKING:
    import pandas
    import polars

Rows: TypeAlias = Atlas | Iterable[Row | Stored]


def to_pandas(rows: Rows) -> pandas.DataFrame:
    """The rows of a sweep, or of an atlas, as a pandas frame with the columns of ``COLUMNS``.

    Columns with numbers have nullable types, since most questions leave some of them empty.

    Raises: AtlasError if pandas is missing, or an integer has more than 64 bits.
    """
    module = required("pandas", "pip install pandas")
    types = {"TEXT": "string", "INTEGER": "Int64", "REAL": "Float64"}
    columns = _columns(rows)
    return module.DataFrame({name: module.array(columns[name], dtype=types[COLUMNS[name][0]]) for name in COLUMNS})


def to_polars(rows: Rows) -> polars.DataFrame:
    """The rows of a sweep, or of an atlas, as a polars frame with the columns of ``COLUMNS``.

    Raises: AtlasError if polars is missing, or an integer has more than 64 bits.
    """
    module = required("polars", "pip install polars")
    types = {"TEXT": module.String, "INTEGER": module.Int64, "REAL": module.Float64}
    schema = {name: types[kind] for name, (kind, _) in COLUMNS.items()}
    frame: polars.DataFrame = module.DataFrame(_columns(rows), schema=schema)
    return frame


def _columns(rows: Rows) -> dict[str, list[Value]]:
    columns = by_column(_said(row) for row in (rows.stored() if isinstance(rows, Atlas) else rows))
    for name, (kind, _) in COLUMNS.items():
        if kind == "INTEGER":
            for i, value in enumerate(columns[name]):
                if isinstance(value, int) and not -(1 << 63) <= value < 1 << 63:
                    raise AtlasError(
                        f"row {i} has {name} = {value}, and a column of a frame holds integers of 64 bits; leave it out"
                    )
    return columns


def _said(row: Row | Stored) -> Mapping[str, Value]:
    return row.columns() if isinstance(row, Row) else row.columns
