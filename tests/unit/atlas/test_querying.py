"""Queries: an SQL condition reads rows, and there is no way out of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from algebra_tnn.atlas import querying
from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.querying import SHOWN, selected
from algebra_tnn.atlas.rows import COLUMNS, Row
from algebra_tnn.atlas.store import Atlas, AtlasError


def row(width: int, layers: int = 2) -> Row:
    widths = (width,) * layers + (1,)
    case = Case.of("dimension", "pnn", {"widths": widths, "degrees": (2,) * (layers - 1), "biases": False})
    values = {"layers": layers, "widths": ",".join(map(str, widths)), "lower": width, "upper": 5, "defect": 5 - width}
    return Row(case, f"pnn {values['widths']}", "proved", values, {"dimension": f'{{"format": {width}}}'})


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Atlas]:
    path: Path = tmp_path_factory.mktemp("query") / "a.sqlite"
    with Atlas.created(path, "") as written:
        written.add([row(width) for width in range(1, 6)] + [row(2, 3)])
    with Atlas.reading(path) as read:
        yield read


def found(atlas: Atlas, where: str) -> list[object]:
    return sorted(value for (value,) in selected(atlas, where, ["widths"])[1])


ALL = ["1,1,1", "2,2,1", "2,2,2,1", "3,3,1", "4,4,1", "5,5,1"]


@pytest.mark.parametrize(
    ("where", "widths"),
    [
        ("layers = 3", ["2,2,2,1"]),
        ("layers = 2 and defect > 1 and status = 'proved'", ["1,1,1", "2,2,1", "3,3,1"]),
        ("layers = 2 and (defect > 3 or defect < 1)", ["1,1,1", "5,5,1"]),
        ("widths like '3,%' -- those with three", ["3,3,1"]),
        ("length(widths) > 5 or \"global\" = 'proved'", ["2,2,2,1"]),
        ("lower = max(lower, 5) and rule is null", ["5,5,1"]),
        ("atlas.layers between 3 and 4", ["2,2,2,1"]),
        ("", ALL),
        ("1", ALL),
        ("NULL", []),
    ],
)
def test_conditions(atlas: Atlas, where: str, widths: list[str]) -> None:
    assert found(atlas, where) == widths


def test_columns_and_limit(atlas: Atlas) -> None:
    names, rows = selected(atlas, "1", limit=2)
    assert names == SHOWN and len(rows) == 2
    assert len(selected(atlas, "1", list(COLUMNS))[1][0]) == len(COLUMNS)
    assert selected(atlas, "1", ["upper", "upper"], limit=1) == (("upper", "upper"), [(5, 5)])


ESCAPES = [
    "1) UNION SELECT content FROM certificates --",
    "1) UNION SELECT widths FROM atlas --",
    "1) OR (1",
    "1 UNION SELECT content FROM certificates",
    "1 UNION ALL SELECT key FROM atlas",
    "1 ORDER BY (SELECT content FROM certificates)",
    "1 GROUP BY key",
    "1 LIMIT 1",
    "1 WINDOW w AS ()",
    "1 -- \n) --",
    "1 /*",
    "1 /* */) /*",
    "1; DROP TABLE atlas",
    "1;",
    "; ATTACH 'x' AS y",
    "ATTACH 'x' AS y",
    "PRAGMA writable_schema = 1",
    "(SELECT content FROM certificates) > ''",
    "EXISTS (SELECT 1 FROM certificates)",
    "EXISTS (SELECT 1 FROM main.evidence)",
    "key IN (SELECT digest FROM evidence)",
    "key IN certificates",
    "key IN main.certificates",
    "key IN sqlite_master",
    "key IN pragma_database_list",
    "key IN json_each('[1]')",
    "1) UNION VALUES (1) --",
    "key IN (VALUES (1)) UNION VALUES (2)",
    "EXISTS(/**/select/**/content FROM certificates)",
    "EXISTS(\nSeLeCt\tcontent FROM certificates)",
    "key IN (SELECT value FROM about)",
    "EXISTS (SELECT 1 FROM sqlite_master)",
    "EXISTS (SELECT 1 FROM sqlite_schema WHERE sql > '')",
    "EXISTS (SELECT 1 FROM pragma_database_list)",
    "EXISTS (SELECT * FROM json_each('[1]'))",
    "EXISTS (WITH c AS (SELECT content FROM certificates) SELECT * FROM c)",
    "EXISTS (WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT 1 FROM c WHERE x < 0)",
    "load_extension('x.so')",
    "readfile('secret.txt') > ''",
    "writefile('x', 'y')",
    "fts3_tokenizer('x')",
    "randomblob(100000000)",
    "zeroblob(100000000)",
    "printf('%100000000d', 1)",
    "replace(key, '', key)",
    "key MATCH 'x'",
    "key REGEXP 'x'",
    "RAISE(ABORT, 'x')",
    "SELECT 1",
    "VALUES (1)",
    "count(*) > 0",
    "lower = ?",
    "lower = :name",
    "lower = $name",
    "layers = 1\0",
    "layers = '\ud800'",
    "layers >",
    ")",
    "(",
    "'",
    "(" * 5000 + "1" + ")" * 5000,
    "1" + " AND 1" * 10_000,
    "not " * 2000 + "1",
    "like('" + "%" * 300 + "', key)",
]


@pytest.mark.parametrize("where", ESCAPES, ids=[f"{number}" for number in range(len(ESCAPES))])
def test_no_escape(atlas: Atlas, where: str) -> None:
    with pytest.raises(AtlasError) as error:
        selected(atlas, where)
    assert len(str(error.value).splitlines()) == 1 and len(str(error.value)) < 700
    assert found(atlas, "") == ALL  # and nothing has changed
    assert [value for (value,) in atlas.connection.execute("SELECT count(*) FROM certificates")] == [5]


@pytest.mark.parametrize("step", ["SELECT s || s AS s FROM t{0}", "SELECT a.s FROM t{0} AS a, t{0} AS b"])
def test_what_grows(atlas: Atlas, step: str) -> None:
    """Thirty doublings would fill the memory, of SQLite's parser already."""
    steps = ", ".join(f"t{i + 1} AS ({step.format(i)})" for i in range(30))
    with pytest.raises(AtlasError, match="the word SELECT"):
        selected(atlas, f"EXISTS (WITH t0 AS (SELECT key AS s FROM atlas), {steps} SELECT 1 FROM t30 WHERE s > '')")


def test_time_is_limited(atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(querying, "_STEPS", 1)
        with pytest.raises(AtlasError, match="takes more than -1 seconds; ask for less"):
            selected(atlas, "layers = 3", seconds=-1)
    assert found(atlas, "layers = 3") == ["2,2,2,1"]  # and then there is no limit left over


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("layer = 3", "there is no column 'layer'; did you mean 'layers'? There are key, question,"),
        ("status = proved", "there is no column 'proved'; there are key, question,"),
        ("ful(key)", "there is no function 'ful'; there are abs, avg,"),
        ("abs(1, 2)", "wrong number of arguments"),
        ("key IN (SELECT digest FROM evidence)", "the condition has the word SELECT; it is about one row"),
        ("key IN certificates", "reads more than the rows of the atlas"),
    ],
)
def test_what_is_said(atlas: Atlas, where: str, words: str) -> None:
    with pytest.raises(AtlasError) as error:
        selected(atlas, where)
    assert words in str(error.value)


@pytest.mark.parametrize("name", ["layer", "content", "1", 'key" FROM certificates --', ""])
def test_columns_that_are_none(atlas: Atlas, name: str) -> None:
    with pytest.raises(AtlasError, match="columns: there is no column"):
        selected(atlas, "1", ["key", name])


@pytest.mark.parametrize(("columns", "limit"), [([], None), (["key"], 0)])
def test_nothing_wanted(atlas: Atlas, columns: list[str], limit: int | None) -> None:
    with pytest.raises(AtlasError, match="at least"):
        selected(atlas, "1", columns, limit)
