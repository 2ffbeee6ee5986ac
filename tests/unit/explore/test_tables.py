"""Tables: their rows against known values, how they are written, and that known rows are not computed again."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from fractions import Fraction

import pytest

from algebra_tnn import Veronese, dimension
from algebra_tnn.exact import ProbableRank
from algebra_tnn.explore import tables
from algebra_tnn.explore.tables import Table, alexander_hirschowitz_table, generic_rank_table, identifiability_table

SMALL = Table("a < b", ("n", "status"), (("1|2", "proved"), ("<3>", "open")), ("a note",))


def test_formats() -> None:
    assert SMALL.to_text() == "a < b\n\nn    status\n1|2  proved\n<3>  open\n\na note"
    assert SMALL.to_markdown().splitlines()[2:6] == [
        "| n | status |",
        "| --- | --- |",
        "| 1\\|2 | proved |",
        "| <3> | open |",
    ]
    assert list(csv.reader(io.StringIO(SMALL.to_csv()))) == [["n", "status"], ["1|2", "proved"], ["<3>", "open"]]
    html = SMALL.to_html()
    assert "<caption>a &lt; b</caption>" in html and "<td>&lt;3&gt;</td>" in html and "<p>a note</p>" in html
    assert SMALL._repr_html_() == html
    assert SMALL.to_dict()["rows"] == [["1|2", "proved"], ["<3>", "open"]]


def test_status_is_that_of_all_rows() -> None:
    assert SMALL.status == "open" and SMALL.column("n") == ("1|2", "<3>")
    assert Table("", ("status",), (("proved",),), ()).status == "proved"
    with pytest.raises(ValueError, match="has 1 cells"):
        Table("", ("n", "status"), (("1",),), ())


def test_generic_ranks() -> None:
    found = generic_rank_table(3)
    assert dict(zip(found.column("shape"), found.column("generic rank"), strict=True)) == {
        "2×2×2": "2",
        "2×2×3": "3",
        "2×3×3": "3",
        "3×3×3": "5",
    }
    assert found.status == "proved" and set(found.column("trusts")) == {""}
    assert generic_rank_table(2, 4).rows == (("2×2×2×2", "4", "4", "proved", ""),)


@pytest.mark.slow
def test_generic_ranks_up_to_five() -> None:
    found = generic_rank_table(5)
    assert found.status == "proved" and len(found.rows) == 20
    ranks = dict(zip(found.column("shape"), map(int, found.column("generic rank")), strict=True))
    assert (ranks["4×4×4"], ranks["3×5×5"], ranks["4×5×5"], ranks["5×5×5"]) == (7, 8, 9, 10)
    larger = [row[0] for row in found.rows if int(row[1]) > int(row[2])]
    assert larger == ["2×2×4", "2×2×5", "2×3×5", "3×3×3", "3×5×5"]


@pytest.mark.slow
def test_identifiability() -> None:
    found = identifiability_table(3)
    rows = {row[:2]: row[2] for row in found.rows}
    assert rows["3×3×3", "3"] == "one" and rows["3×3×3", "4"] == "infinitely many"
    assert rows["2×2×3", "3"] == "infinitely many"
    assert len(rows) == 9 and found.status == "proved"


@pytest.mark.slow
def test_an_open_row_says_what_the_literature_has() -> None:
    found = identifiability_table(4)
    [row] = [row for row in found.rows if row[3] == "open"]
    assert row[:3] == ("4×4×4", "6", "finitely many") and found.status == "open"
    assert row[4].startswith("in the literature: two decompositions") and row[4].endswith("not proved here")


def test_alexander_and_hirschowitz() -> None:
    found = alexander_hirschowitz_table(3, 4)
    defects = {row[:3]: row[6] for row in found.rows}
    assert {case for case, defect in defects.items() if defect != "0"} == {("3", "2", "2"), ("3", "4", "5")}
    assert defects["3", "4", "5"] == "1" and found.status == "proved"


@pytest.mark.slow
def test_all_exceptions_of_alexander_and_hirschowitz() -> None:
    found = alexander_hirschowitz_table(5, 4)
    defective = {row[:3] for row in found.rows if row[6] != "0" and row[1] != "2"}
    assert defective == {("3", "4", "5"), ("4", "4", "9"), ("5", "4", "14"), ("5", "3", "7")}
    assert found.status == "proved"


def test_probable_dimensions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds that do not meet, as where a certificate is too large."""
    real = dimension(Veronese(2, 2).secant(2))
    unmet = replace(real, lower=2, probable=ProbableRank(3, Fraction(1, 8), 1, (7,)))
    monkeypatch.setattr(tables, "dimension", lambda model: unmet)
    [row] = alexander_hirschowitz_table(2, 2).rows
    assert row[3].startswith("2 to 3; 3") and row[6:8] == ("", "probable")
    monkeypatch.setattr(
        tables, "dimension", lambda model: replace(unmet, probable=ProbableRank(3, Fraction(1), 1, (7,)))
    )
    assert alexander_hirschowitz_table(2, 2).rows[0][7] == "open"


def test_known_rows_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[str, tuple[str, ...]] = {}
    said: list[str] = []
    first = generic_rank_table(2, keep=kept.__setitem__, report=said.append)
    assert kept == {"2×2×2": first.rows[0]} and said == ["row 1 of 1: 2×2×2"]
    monkeypatch.setattr(tables, "generic_rank", lambda variety: 1 / 0)
    assert generic_rank_table(2, known=kept, report=said.append) == first and len(said) == 1


@pytest.mark.parametrize("sizes", [(1, 3), (3, 1), (0, 3)])
def test_sizes_are_at_least_two(sizes: tuple[int, int]) -> None:
    for table in (generic_rank_table, identifiability_table, alexander_hirschowitz_table):
        with pytest.raises(ValueError, match="at least 2"):
            table(*sizes)
