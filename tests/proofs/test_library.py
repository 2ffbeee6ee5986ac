"""The theorem library as a whole: every proof comes out as recorded, and index, files and references agree."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from algebra_tnn import checker, library
from algebra_tnn.families import families
from algebra_tnn.library import installation

ROOT = Path(__file__).resolve().parents[2]
SELECTED = library.selected([])
NAMES = [name for _, name, _ in SELECTED]
HEADINGS = ("Instance", "Established here", "Taken on trust", "Not claimed")
#  Seconds; its theorem, and other tables of secants, run every day, and its whole grid every night.
DEAR = {"dimension/three_planes_in_seven"}
LAST = {"A": 20, "B": 23, "C": 24, "D": 28, "E": 18, "F": 10, "G": 29, "H": 11}  # of the ids A1, A2, …
#  Models that have no name on the command line.
OTHER_FAMILIES = {"action-values", "mixture", "pooling", "push-forward"}
KEY = re.compile(r"\b[A-Za-z]{4,}(?:19|20)\d\d\b")


@pytest.mark.parametrize(
    ("each", "name", "status"),
    [
        pytest.param(each, name, status, id=name, marks=[pytest.mark.slow] if name in DEAR else [])
        for each, name, status in SELECTED
    ],
)
def test_a_proof_is_as_recorded(
    each: library.Statement, name: str, status: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The status is that of the index, theorems are trusted where the text says so, and "every extension" is said under
    "Established here" only where the checker says it, too. The checker has accepted the certificate that is shown."""
    check, accepted = checker.check, set()

    def remembered(text: str) -> checker.Judgement:
        judgement = check(text)
        accepted.update([text] if judgement.answer == "accepted" else [])
        return judgement

    monkeypatch.setattr(checker, "check", remembered)
    outcome = library.run(name)
    assert outcome.verdict.status == status
    assert set(outcome.trusts) == trusted(name) <= set(each.trusts)
    if "every extension" in " ".join(_paragraph(library.docstring(name), "Established here").split()):
        assert outcome.verdict.extensions
    if status in ("proved", "refuted"):
        assert outcome.verdict.certificate is not None
        assert outcome.verdict.certificate.to_json() in accepted


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_same_claim_gives_the_same_bytes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "check", cache(checker.check))  # which judges the same text once
    one, two = (library.run(name).verdict.certificate for _ in range(2))
    assert (one and one.to_json()) == (two and two.to_json())


def trusted(name: str) -> set[str]:
    """The theorems that the text of a proof says are taken on trust."""
    text = _paragraph(library.docstring(name), "Taken on trust")
    return set() if "Nothing" in text else set(KEY.findall(text.partition("(")[0]))


@pytest.mark.parametrize("each", library.statements(), ids=lambda each: each.id)
def test_trusts_of_a_statement_are_the_union(each: library.Statement) -> None:
    assert set(each.trusts) == set().union(*map(trusted, each.files))


def test_index_and_files_agree() -> None:
    written = {str(path.relative_to(library.folder()).with_suffix("")) for path in library.folder().glob("*/*.py")}
    assert written == set(NAMES)
    assert len(NAMES) == len(set(NAMES)), "a proof belongs to two statements"
    assert not list(library.folder().glob("*.py"))


def test_every_id_of_the_review_has_its_entry() -> None:
    ids = {f"{letter}{number}" for letter, last in LAST.items() for number in range(1, last + 1)} | {"D19b"}
    assert ids - {each.id for each in library.statements()} == set()


@pytest.mark.parametrize("each", library.statements(), ids=lambda each: each.id)
def test_entries_are_complete(each: library.Statement) -> None:
    for part in (each.title, each.statement, each.conclusion, each.established, each.note or each.corrected):
        assert part.strip()
    assert each.hypotheses and (each.citations or not each.trusts)
    assert each.families or each.area in ("tensors", "rank", "hardness", "learning", "dynamics")
    assert len(set(each.families)) == len(each.families)
    assert set(each.files.values()) <= {"proved", "refuted", "undecided"}
    assert set(each.trusts) <= set(each.citations)


@pytest.mark.parametrize("each", library.statements(), ids=lambda each: each.id)
def test_a_status_has_its_certificate(each: library.Statement) -> None:
    """A proof with one, and something that limits it; what is only stated says why no small case can check it."""
    if each.status == "stated":
        assert re.search(r"([Nn]othing|is not proved here): \S", each.established)
    else:
        assert {"proved", "refuted"} & set(each.proofs.values()) and each.counterexamples


def test_families_are_named_as_on_the_command_line() -> None:
    named = set(library.installed().families)
    assert set(families()) & OTHER_FAMILIES == set()
    assert named - set(families()) == OTHER_FAMILIES


@pytest.mark.parametrize("each", library.statements(), ids=lambda each: each.id)
def test_theorem_and_counterexample_name_each_other(each: library.Statement) -> None:
    limited = set()
    for counterexample in each.counterexamples:
        named = set(re.findall(r"`([a-z_/]+)`", _paragraph(library.docstring(counterexample), "Limits")))
        assert named and named <= set(each.proofs), f"{counterexample} limits {named}"
        for proof in named:
            assert f"`{counterexample}`" in library.docstring(proof), f"{proof} does not name {counterexample}"
        limited |= named
    assert limited == set(each.proofs), "a proof that no counterexample limits"


def _paragraph(text: str, heading: str) -> str:
    found = re.search(rf"\*\*{heading}\.?\*\*(.*?)(?:\n\n|\Z)", text, re.DOTALL)
    assert found is not None, f"no heading {heading}"
    return found[1]


@pytest.mark.parametrize("name", NAMES)
def test_docstring(name: str) -> None:
    text = library.docstring(name)
    places = [text.find(f"**{heading}.** ") for heading in HEADINGS]
    assert -1 not in places and places == sorted(places)
    assert "**Limits** " in text or "**See also** " in text or name == "uniqueness/unique_over_q"
    for mentioned in re.findall(r"`([a-z]+/[a-z_]+)`", text):
        assert mentioned in NAMES, f"{mentioned} is no proof"


def source(name: str) -> str:
    return (library.folder() / f"{name}.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_file_is_an_instance(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file defines its instance and proof(), prints nothing, and has no statement that loops or branches outside;
    importing it proves nothing."""

    def called(*arguments: object) -> None:
        raise AssertionError("a proof ran on import")

    monkeypatch.setattr("algebra_tnn.verification.verify", called)
    monkeypatch.setattr("algebra_tnn.checker.check", called)
    tree = ast.parse(source(name))
    assert not any(isinstance(node, (ast.For, ast.While)) for node in ast.walk(tree))
    assert not any(isinstance(node, ast.Name) and node.id == "print" for node in ast.walk(tree))
    module = library.load(name)
    assert module.proof.__defaults__ == (module.INSTANCE,)
    instances = getattr(module, "INSTANCES", [module.INSTANCE])
    assert module.INSTANCE in instances


WIDE = [
    pytest.param(name, i, status, id=f"{name}-{i}")
    for _, name, status in SELECTED
    if "INSTANCES" in source(name) and name not in DEAR  # to load all would make the collection a second longer
    for i in range(len(library.load(name).INSTANCES))
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "i", "status"), WIDE)
def test_wide_run(name: str, i: int, status: str) -> None:
    module = library.load(name)
    assert module.proof(module.INSTANCES[i]).status == status


def test_reading_the_library_is_light() -> None:
    code = (
        "import sys, algebra_tnn.library as l; l.selected([]); l.docstring('uniqueness/kruskal'); "
        "l.citation('Kruskal1977'); print(sorted(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    for module in ("sympy", "numpy", "flint", "tensorly", "scipy", "algebra_tnn.checker"):
        assert f"'{module}'" not in loaded


# ---------------------------------------------------------------------------------------------------- references


def _used_keys() -> dict[str, str]:
    """Citation keys in the package, in the index and in the library, with a place where each occurs."""
    places = [*(ROOT / "algebra_tnn").rglob("*.py"), *library.folder().rglob("*.py"), *library.folder().glob("*.md")]
    found = {}
    for path in [*places, library.folder() / "index.toml"]:
        for key in KEY.findall(path.read_text(encoding="utf-8")):
            found[key] = path.name
    return found


def test_references_are_those_that_are_used() -> None:
    known = set(re.findall(r"^@\w+\{(\w+),$", (library.folder() / "references.bib").read_text("utf-8"), re.MULTILINE))
    used = _used_keys()
    assert set(used) - known == set(), "used, but not in references.bib"
    assert known - set(used) == set(), "in references.bib, but not used"
    for key in known:
        line = library.citation(key)
        assert "\n" not in line and "{" not in line and line.endswith(f"({key[-4:]})")


# ------------------------------------------------------------------------------------------------- asking for things


def test_statement_by_id() -> None:
    assert library.statement("b3").id == library.statement(" B3 ").id == "B3"
    with pytest.raises(library.UnknownStatement, match=r"no statement 'B33' in the library; the nearest is B3$"):
        library.statement("B33")
    with pytest.raises(library.UnknownStatement):
        library.statement("")


def test_selected() -> None:
    assert [name for _, name, _ in library.selected(["H5"])] == list(library.statement("H5").files)
    assert {each.area for each, _, _ in library.selected(["tensors/"])} == {"tensors"}
    assert [name for _, name, _ in library.selected(["uniqueness/kruskal"])] == ["uniqueness/kruskal"]
    twice = library.selected(["B3", "uniqueness/kruskal", "b3"])
    assert [name for _, name, _ in twice] == list(library.statement("B3").files)
    for selector in ("uniqueness/krus", "nothing/", "Z9", "uniqueness", "/"):
        with pytest.raises(library.UnknownStatement, match="nearest"):
            library.selected([selector])


def test_unknown_proofs_and_references() -> None:
    for ask in (library.run, library.docstring, library.load):
        with pytest.raises(library.UnknownStatement, match="nearest is uniqueness/kruskal"):
            ask("uniqueness/kruskall")
    with pytest.raises(library.UnknownStatement, match="nearest is Kruskal1977"):
        library.citation("Kruskal1976")


def test_library_not_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(installation, "__file__", str(tmp_path / "algebra_tnn" / "library" / "installation.py"))
    with pytest.raises(library.LibraryNotFound, match="install algebra-tnn from its wheel"):
        library.folder()
    carried = tmp_path / "algebra_tnn" / "_proofs"
    carried.mkdir(parents=True)
    (carried / "index.toml").write_text("")
    assert library.folder() == carried
