from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn import __version__, library
from algebra_tnn.library import UnknownStatement
from algebra_tnn.reporting import cited
from algebra_tnn.reporting.citations import YEAR, entries, tool

ROOT = Path(__file__).parents[3]


@pytest.fixture
def citation_file() -> Any:
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    return pytest.importorskip("yaml").safe_load(text)


def test_entries_stand_in_the_bibliography() -> None:
    text = (library.folder() / "references.bib").read_text(encoding="utf-8")
    found = entries()
    assert len(found) == text.count("\n@") + text.startswith("@")
    assert all(entry in text for entry in found.values())
    assert found["Kruskal1977"].startswith("@article{Kruskal1977,\n") and found["Kruskal1977"].endswith("}")


def test_sources_of_statements_come_once_and_the_tool_last() -> None:
    assert list(cited()) == ["algebra-tnn"]
    assert list(cited(["b3", "B3", "Derksen2013", "kruskal1977"])) == [
        *("Kruskal1977", "LovitzPetrov2023", "Derksen2013", "algebra-tnn")
    ]


@pytest.mark.parametrize(("name", "meant"), [("B333", "B33?"), ("Kruskal1976", "Kruskal1977"), ("xyzzy", "`list`")])
def test_unknown_names(name: str, meant: str) -> None:
    with pytest.raises(UnknownStatement, match=f"no statement or publication '{name}'.*{meant}"):
        cited([name])


def test_the_citation_file_is_valid_and_says_what_the_entry_says(citation_file: Any) -> None:
    found = citation_file
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {"cff-version", "message", "title", "authors", "type", "version", "license"} <= set(found)
    assert (found["cff-version"], found["type"], str(found["version"])) == ("1.2.0", "software", __version__)
    assert found["license"] == project["license"] and found["date-released"].year == YEAR
    plain = re.sub(r"[{}\\]", "", tool())
    assert found["title"] in plain and found["authors"][0]["name"] in plain


def test_the_citation_file_names_the_review_as_the_bibliography_does(citation_file: Any) -> None:
    (review,) = citation_file["references"]
    entry = entries()["BorsoiUsevichClausel2026"]
    for text in (review["title"], review["journal"], str(review["year"]), review["authors"][0]["family-names"]):
        assert text in entry
    assert {"type", "title", "authors"} <= set(review)
