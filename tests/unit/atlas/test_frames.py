"""Rows of a sweep and of a file as data frames, with types that allow for what is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.frames import to_pandas, to_polars
from algebra_tnn.atlas.rows import COLUMNS, Row
from algebra_tnn.atlas.store import Atlas, AtlasError


def rows() -> list[Row]:
    cases = [Case.of("dimension", "pnn", {"widths": (2, n, 1), "degrees": (2,), "biases": False}) for n in (1, 2)]
    large = 2**53 + 1  # which is no double
    values = [{"lower": large, "filling": "refuted"}, {"reason": "memory"}]
    return [Row(case, "a network", "proved", said, seconds=0.5) for case, said in zip(cases, values, strict=True)]


@pytest.mark.parametrize("frame", [to_pandas, to_polars])
def test_missing_packages_are_named(frame: object, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, made in (("pandas", to_pandas), ("polars", to_polars)):
        if made is frame:
            monkeypatch.setitem(sys.modules, name, None)
            with pytest.raises(AtlasError, match=f"{name} is not installed; install it with `pip install {name}`"):
                made(rows())


@pytest.mark.slow
def test_pandas_columns_are_nullable(tmp_path: Path) -> None:
    frame = to_pandas(iter(rows()))
    assert list(frame.columns) == list(COLUMNS)
    kinds = {"TEXT": "string", "INTEGER": "Int64", "REAL": "Float64"}
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == {n: kinds[k] for n, (k, _) in COLUMNS.items()}
    assert frame["lower"][0] == 2**53 + 1 and frame["lower"].isna().tolist() == [False, True]
    assert frame["filling"].isna().tolist() == [False, True]
    with Atlas.created(tmp_path / "atlas.sqlite", "") as atlas:
        atlas.add(rows())
        again = to_pandas(atlas).set_index("key").loc[frame["key"]].reset_index()
    assert again[list(COLUMNS)].equals(frame)


@pytest.mark.slow
def test_polars_columns_are_nullable(tmp_path: Path) -> None:
    import polars

    frame = to_polars(iter(rows()))
    kinds = {"TEXT": polars.String, "INTEGER": polars.Int64, "REAL": polars.Float64}
    assert dict(frame.schema) == {name: kinds[kind] for name, (kind, _) in COLUMNS.items()}
    assert frame["lower"].to_list() == [2**53 + 1, None] and frame["reason"].to_list() == [None, "memory"]
    with Atlas.created(tmp_path / "atlas.sqlite", "") as atlas:
        atlas.add(rows())
        assert to_polars(atlas).sort("key").equals(frame.sort("key"))
    assert to_polars([]).shape == (0, len(COLUMNS))


@pytest.mark.slow
@pytest.mark.parametrize("frame", [to_pandas, to_polars])
def test_integers_beyond_64_bits_are_refused(frame: object) -> None:
    case = Case.of("dimension", "pnn", {"widths": (1,)})
    for made in (to_pandas, to_polars):
        if made is frame:
            with pytest.raises(AtlasError, match="row 0 has decompositions = 9223372036854775808, and a column"):
                made([Row(case, "a network", "proved", {"decompositions": 2**63})])
