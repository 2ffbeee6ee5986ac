from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from algebra_tnn import library
from algebra_tnn.atlas.cases import rule_set
from algebra_tnn.library import UnknownStatement
from algebra_tnn.reporting import SECTIONS, Entry, report, section_of
from algebra_tnn.reporting.sections import CHAPTERS
from tests.unit.reporting.samples import HOSTILE_REPORT, RUN, SMALL, proof, statement
from tests.unit.reporting.samples import report as made


def test_every_statement_has_a_section_and_every_section_statements() -> None:
    homes = {each.id: section_of(each) for each in library.statements()}
    assert [id for id, home in homes.items() if home == SECTIONS[-1] and id[0] in "ABCDEFGH"] == []
    assert {home for home in homes.values() if home != SECTIONS[-1]} == set(SECTIONS[:-1])
    assert {section.chapter for section in SECTIONS} == set(CHAPTERS)
    assert len({section.number for section in SECTIONS}) == len({section.anchor for section in SECTIONS}) == 17


def test_no_letter_and_area_and_no_key_belongs_to_two_sections() -> None:
    places = [(section.letter, area) for section in SECTIONS for area in section.areas]
    keys = [key for section in SECTIONS for key in section.others]
    assert len(set(places)) == len(places) and len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("id", "area", "number"),
    [("B3", "uniqueness", "1.4"), ("H1", "identifiability", "1.5"), ("H3", "identifiability", "6.1"), ("X1", "x", "7")],
)
def test_sections(id: str, area: str, number: str) -> None:
    assert section_of(statement(id, area=area)).number == number


@pytest.mark.parametrize(
    ("selectors", "some", "others"),
    [
        (["b3"], {"B3"}, {"B4"}),
        (["hardness"], {"E8", "E13"}, {"E1"}),
        (["uniqueness/"], {"B2", "B3"}, {"A1"}),
        (["uniqueness/kruskal", "A1"], {"A1", "B3"}, {"B2"}),
        ([], {"A1", "B12", "G29"}, set()),
    ],
)
def test_what_is_selected(selectors: list[str], some: set[str], others: set[str]) -> None:
    from algebra_tnn.reporting.reports import statements

    ids = {each.id for each in statements(selectors, library.installed())}
    assert some <= ids and not others & ids


def test_what_is_unknown_has_a_neighbour() -> None:
    with pytest.raises(UnknownStatement, match="no statement or area 'uniquenes'; did you mean 'uniqueness'"):
        report(["uniquenes"], run=False)
    with pytest.raises(UnknownStatement, match="nearest"):
        report(["B333"], run=False)
    with pytest.raises(UnknownStatement, match="nearest"):
        report(["uniqueness/krusk"], run=False)


def test_without_a_run_there_are_no_digests() -> None:
    found = report(["B3", "D20"], run=False)
    assert not found.was_run and all(file.run is None for file in found.files)
    assert "not run" in found.summary[1] and found.versions["rules of the checker"] == rule_set()
    assert [section.number for section, _ in found.sections] == ["1.4", "3.2"]
    assert {"Kruskal1977", "LovitzPetrov2023"} <= set(found.references)
    pictures = [file for file in found.files if file.picture]
    assert pictures and all(file.picture.startswith("<svg") and file.caption for file in pictures)


def test_a_run_gives_the_digest_of_the_certificate() -> None:
    steps: list[str] = []
    found = report(["B1"], watch=steps.append)
    assert steps[-1].startswith(f"proof {len(found.files)} of {len(found.files)}")
    file = found.files[0]
    certificate = library.run(file.name).verdict.certificate
    assert file.run is not None and certificate is not None
    assert (file.run.digest, file.run.characters) == (certificate.digest, len(certificate.to_json()))
    assert all(each.as_recorded for each in found.files)
    assert f"{len(found.files)} of {len(found.files)} proof files answer as recorded" in found.summary[1]


def test_a_proof_that_raises_is_reported_and_another_library_is_taken(tmp_path: Path) -> None:
    (tmp_path / "index.toml").write_text(
        '[[statement]]\nid = "X1"\ntitle = "t"\narea = "a"\nstatement = "s"\nhypotheses = []\nconclusion = "c"\n'
        'citations = ["Nobody1900"]\nstatus = "proved"\ntrusts = []\nestablished = "e"\nproofs."a/b" = "proved"\n'
    )
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.py").write_text('"""Title."""\n\nraise ValueError("broken on purpose")\n')
    found = report(within=library.Library.within(tmp_path))
    (file,) = found.files
    assert file.run is not None and "broken on purpose" in file.run.failure and not file.as_recorded
    assert found.references == {} and found.sections[0][0].number == "7"


def test_files_are_listed_once_and_counted() -> None:
    assert [file.name for file in SMALL.files] == ["u/one", "u/two", "u/three"]
    assert SMALL.summary == (
        "2 statements: 1 proved, 1 stated.",
        "1 of 3 proof files answer as recorded; 2 trust no published theorem.",
    )
    assert HOSTILE_REPORT.summary[0] == "1 statement: 1 proved."


def test_what_a_file_trusts_is_recorded() -> None:
    run = replace(RUN, trusts=("Kruskal1977",))
    good, bad = proof("u/four", run=run, recorded=("Kruskal1977",)), proof("u/four", run=run)
    assert good.as_recorded and good.outcome == (RUN.explanation,)
    assert not bad.as_recorded and "It trusts Kruskal1977, which is not recorded." in bad.outcome
    for files in ((good, bad), (bad, good)):
        assert made(Entry(statement("B3"), files, ())).files == (bad,)
    found = report(["B3"])
    assert all(file.as_recorded for file in found.files) and any(file.run and file.run.trusts for file in found.files)


def test_the_parts_of_an_entry() -> None:
    first, second = SMALL.entries
    assert [part.heading for part in first.parts] == ["Conclusion", "Established here", "Taken on trust", "References"]
    assert "Taken on trust" not in [part.heading for part in second.parts]  # of what is only stated
    assert first.cited == ("Kruskal1977",)
