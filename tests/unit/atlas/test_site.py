"""The site says what the rows say, and nothing that a row says is ever markup or a script."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

import pytest

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.exporting import columns, export, site
from algebra_tnn.atlas.exporting.wording import in_words
from algebra_tnn.atlas.rows import COLUMNS, Row
from algebra_tnn.atlas.store import Atlas, AtlasError, Stored

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> \" ' ` &amp; \u2028 \u2029 \x00 ]]> <!--"
PAGE = Path(site.__file__).parent / "page"
SPECIFICATION = f"title = {json.dumps(HOSTILE.replace(chr(0), ''))}"
CERTIFICATE = json.dumps({"claim": HOSTILE})


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    def row(n: int, **more: Any) -> Row:
        case = Case.of("dimension", "pnn", {"widths": (2, n, 1)})
        values = {"layers": n % 3, "defect": n % 2, "decompositions": 2**60 + 1, "trusts": HOSTILE, **more}
        return Row(case, f"{n} {HOSTILE}", "failed" if n == 3 else "proved", values, {HOSTILE: CERTIFICATE})

    return [row(n, **({"reason": HOSTILE} if n == 3 else {"lower": n, "upper": n})) for n in range(1, 8)]


@pytest.fixture(scope="module")
def folder(rows: list[Row], tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("site")
    with Atlas.created(place / "atlas.sqlite", SPECIFICATION) as atlas:
        atlas.add(rows)
        export(atlas, place / "out", ["html"], certificates=True)
    return place / "out"


def said(path: Path) -> tuple[str, Any]:
    """What a script of data calls, and with what."""
    found = re.fullmatch(r"atlas\.(\w+)\((.*)\);\n", path.read_text(encoding="ascii"))
    assert found is not None
    return found[1], json.loads(found[2])


def test_data_are_json_without_markup(folder: Path, rows: list[Row]) -> None:
    scripts = sorted((folder / "data").iterdir())
    assert [path.name for path in scripts] == ["about.js", "more-00000.js", "rows-0000.js"]
    for path in scripts:
        assert not set("<>&\u2028") & set(path.read_text(encoding="ascii"))
    (_, about), (_, details), (call, chunk) = map(said, scripts)
    assert call == "rows" and chunk["first"] == 0 and chunk["count"] == len(rows)
    by_name = {row.name: row for row in rows}
    assert set(chunk["columns"]["name"]) == set(by_name)
    assert about["about"]["specification"] == SPECIFICATION and about["title"] == HOSTILE.replace("\x00", "")
    assert about["counts"] == [["dimension", "pnn", "failed", 1], ["dimension", "pnn", "proved", 6]]
    for place, name in enumerate(chunk["columns"]["name"]):
        found = details["rows"][place]
        assert found["seal"] == by_name[name].seal
        assert found["evidence"] == [[HOSTILE, by_name[name].digests[HOSTILE]]]
        assert found["columns"]["trusts"] == HOSTILE
        assert found["columns"].get("reason") == by_name[name].values.get("reason")
    packed = chunk["columns"]["decompositions"]
    assert packed == [str(2**60 + 1)] * len(rows)  # no double holds it


def test_every_value_is_on_the_page(folder: Path, rows: list[Row]) -> None:
    """Columns that are found at once, and those that come with the details, are all columns with a value."""
    about = said(folder / "data" / "about.js")[1]
    searched = {column["name"] for column in about["columns"] if column["searched"]}
    hidden = {column["name"] for column in about["columns"] if not column["searched"]}
    present = {name for row in rows for name, value in row.columns().items() if value is not None}
    assert searched | hidden == present and searched.isdisjoint(hidden)
    assert searched == set(said(folder / "data" / "rows-0000.js")[1]["columns"])
    assert hidden == {n for row in said(folder / "data" / "more-00000.js")[1]["rows"] for n in row["columns"]}


def test_the_page_is_constant_and_self_contained(folder: Path) -> None:
    """No row can change it, and it has no script but its own files, and nothing from elsewhere."""
    for name in site.PAGE:
        assert (folder / name).read_bytes() == (PAGE / name).read_bytes()
    page = (PAGE / "index.html").read_text(encoding="utf-8")
    assert "default-src 'none'; script-src 'self'; style-src 'self'" in page
    assert not re.search(r"""<style|\sstyle=|\son\w+=|javascript:|<script>|//""", page)
    for name in ("atlas.js", "rows.js"):
        text = (PAGE / name).read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|Function\(|fetch\(|http", text
        )
    assert "http" not in (PAGE / "atlas.css").read_text(encoding="utf-8")


def test_certificates_are_files_by_digest(folder: Path, rows: list[Row]) -> None:
    (digest,) = {digest for row in rows for digest in row.digests.values()}
    (path,) = (folder / "certificates").rglob("*.json")
    assert path.relative_to(folder / "certificates").as_posix() == f"{digest[:2]}/{digest}.json"
    assert path.read_text(encoding="utf-8") == CERTIFICATE


def test_digests_that_are_none_become_no_paths(tmp_path: Path) -> None:
    made = site.Site(tmp_path, {}, ["html"])
    for digest in ("../" * 20 + "tmp/x", "", "a" * 63, "A" * 64, "a" * 64 + "\n"):
        with pytest.raises(AtlasError, match="which is no SHA-256"):
            made.add_certificates([(digest, "{}")])
    assert not (tmp_path / "certificates").exists()


def test_titles_are_those_of_specifications(tmp_path: Path) -> None:
    for text, title in (('title = "some"', "some"), ("title = 3", "Atlas"), ("title = ", "Atlas"), ("", "Atlas")):
        folder = tmp_path / f"{len(text)}"
        folder.mkdir()
        site.Site(folder, {"specification": text}, ["html"]).finish()
        assert said(folder / "data" / "about.js")[1]["title"] == title


@pytest.mark.slow
def test_details_are_found_by_the_number_of_a_row(tmp_path: Path) -> None:
    """The page computes which script has the details of a row."""
    assert columns.BATCH % site.DETAILS == 0 and set(site.SEARCHED) <= set(COLUMNS) and set(site.CHOSEN) <= set(COLUMNS)
    made = site.Site(tmp_path, {}, ["html"])
    case = Case.of("dimension", "pnn", {"widths": (1,)})
    row = Row(case, "a network", "proved", {})
    stored = [Stored(case.text, row.columns(), {}, row.seal)] * columns.BATCH
    for rows in (stored, stored[:1]):
        made.add(rows, columns.by_column(each.columns for each in rows))
    scripts = sorted((tmp_path / "data").glob("more-*.js"))
    assert [said(path)[1]["first"] for path in scripts] == list(range(0, columns.BATCH + 1, site.DETAILS))


WORDS = {
    "No answer: out of memory.": {"status": "failed", "reason": "out of memory"},
    "The generic rank is at least 4 and at most 5, both proved; counting predicts 4. Taken on trust: a, b.": {
        **{"question": "generic-rank", "status": "undecided", "lower": 4, "upper": 5, "expected": 4, "ambient": 9},
        "trusts": "a,b",
    },
    "The dimension is at least 4 and at most 6 of 9, both proved, and 4 but for a probability of error of at most "
    "2^−100.": {
        **{"question": "dimension", "status": "probable", "lower": 4, "upper": 6, "ambient": 9, "probable": 4},
        "error_bound": str(Fraction(1, 2**100 + 1)),
    },
    "The dimension is 9 of 9, proved from both sides; as counting predicts. General parameters are determined up to "
    "rescalings and finitely many choices. Whether general parameters are determined up to rescalings and permutations "
    "is open. The functions are dense among all, and those of no network with one neuron less are. Nothing is taken on "
    "trust.": {
        **{"question": "identifiability", "status": "proved", "lower": 9, "upper": 9, "ambient": 9, "expected": 9},
        **{"finite": "proved", "global": "undecided", "filling": "proved", "minimal_filling": "proved", "trusts": ""},
    },
}


@pytest.mark.parametrize("words", WORDS)
def test_claims_in_words(words: str) -> None:
    assert in_words({**dict.fromkeys(COLUMNS), **WORDS[words]}) == words


PROBE = """
const fs = require("fs"), vm = require("vm");
const [page, ...scripts] = process.argv.slice(1);
vm.runInThisContext(fs.readFileSync(page, "utf8").replace("const Rows", "var Rows"));
const rows = Rows.empty(["name", "status", "defect", "layers", "lower", "filling"]);
globalThis.atlas = { rows: (chunk) => Rows.extend(rows, chunk) };
for (const script of scripts) vm.runInThisContext(fs.readFileSync(script, "utf8"));
const everything = Rows.everything(), names = Object.keys(rows.columns);
const view = {
  ...everything, text: "Script 1", equal: { status: "proved" }, least: { defect: 1 }, most: { layers: 1 },
  sort: "lower", descending: true, page: 2, row: 5,
};
function order(name, numeric, descending) {
  const all = Rows.matching(rows, everything);
  return Rows.sorted(rows, all, name, numeric, descending).map((i) => rows.columns[name][i]);
}
const hostile = "#is-__proto__=x&least-defect=NaN&most-defect=&sort=constructor&page=0&row=-1&is-status=<b>";
const digest = "ab".repeat(32);
console.log(JSON.stringify({
  columns: rows.columns,
  matching: Rows.matching(rows, view).map((i) => rows.columns.name[i]),
  up: order("lower", true, false), down: order("lower", true, true), text: order("status", false, false),
  again: JSON.stringify(Rows.read("#" + Rows.written(view), names)) === JSON.stringify(view),
  hostile: Rows.read(hostile, names),
  places: [digest, "javascript:alert(1)", "../" + digest, digest + "\\n"].map(Rows.placeOf),
}));
"""


@pytest.mark.slow
def test_functions_of_the_page(folder: Path, rows: list[Row]) -> None:
    """What is found, sorted and read from an address, by the functions that the page uses, on the scripts it loads."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    arguments = [node, "-e", PROBE, str(PAGE / "rows.js"), str(folder / "data" / "rows-0000.js")]
    ran = subprocess.run(arguments, capture_output=True, text=True, encoding="utf-8")
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    stored = sorted((row.columns() for row in rows), key=lambda row: str(row["key"]))
    assert found["columns"] == {name: [row[name] for row in stored] for name in found["columns"]}
    assert found["matching"] == [r["name"] for r in stored if r["lower"] in (1, 7)]
    assert found["up"] == [1, 2, 4, 5, 6, 7, None] and found["down"] == [7, 6, 5, 4, 2, 1, None]
    assert found["text"] == ["failed", *["proved"] * 6]
    assert found["again"]
    empty = {"text": "", "least": {}, "most": {}, "sort": "", "descending": False, "page": 0, "row": None}
    assert found["hostile"] == {**empty, "equal": {"status": "<b>"}}
    digest = "ab" * 32
    assert found["places"] == [f"certificates/ab/{digest}.json", None, None, None]


@pytest.mark.slow
def test_no_writer_keeps_rows(tmp_path: Path) -> None:
    """So that memory does not grow with their number."""

    class Columns(dict[str, Any]):
        """One that can be watched."""

    case = Case.of("dimension", "pnn", {"widths": (1,)})
    row = Row(case, "a network", "proved", {})
    values, seal = row.columns(), row.seal
    alive: WeakValueDictionary[int, Columns] = WeakValueDictionary()
    most: list[int] = []

    def many() -> Iterator[Stored]:
        for i in range(3 * columns.BATCH):
            alive[i] = said = Columns({**values, "key": f"{i:064x}"})
            most.append(len(alive))
            yield Stored(case.text, said, {}, seal)

    with Atlas.created(tmp_path / "atlas.sqlite") as atlas:
        atlas.stored = many
        assert export(atlas, tmp_path / "out").rows == 3 * columns.BATCH
    assert max(most) <= 2 * columns.BATCH + 2 < 3 * columns.BATCH
