"""New statements: they run as they are written, and nothing else changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from algebra_tnn import library
from algebra_tnn.library import Library, NotAdded, installation
from algebra_tnn.library.index import entries
from algebra_tnn.library.templates import ENTRY


def contents(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}


#  In no order; as the index, entries of one letter may stand apart.
IDS = ("A1", "B2", "B3", "H2", "D19", "D19b", "H1", "C1")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the library, as if it were that of a checkout, with other statements."""
    proofs = tmp_path / "proofs"
    proofs.mkdir()
    for theme in ("rank", "uniqueness"):
        (proofs / theme).mkdir()
    (proofs / "index.toml").write_text("#  About\n" + "\n".join(_entry(id, i) for i, id in enumerate(IDS)))
    monkeypatch.setattr(installation, "_package", lambda: tmp_path / "algebra_tnn")
    installation.installed.cache_clear()
    entries.cache_clear()
    yield proofs
    installation.installed.cache_clear()


def _entry(id: str, i: int) -> str:
    name = f"{'rank' if i % 4 else 'uniqueness'}/proof_{i}"
    proofs = f'proofs."{name}" = "proved"\n'
    return ENTRY.format(id=id, title=f"Title of {id}", area="dimension" if i % 4 else "learning", proofs=proofs)


def test_a_new_library(tmp_path: Path) -> None:
    addition = library.added("uniqueness/mine", "X1", title="My  theorem", counterexample=True, within=tmp_path)
    assert addition.index == tmp_path / "index.toml"
    assert addition.files == (tmp_path / "uniqueness" / "mine.py", tmp_path / "uniqueness" / "mine_fails.py")
    found = Library.within(tmp_path)
    (mine,) = found.statements
    assert (mine.id, mine.title, mine.area) == ("X1", "My theorem", "uniqueness")
    assert [(name, found.run(name).verdict.status) for _, name, _ in found.selected(["x1"])] == [
        ("uniqueness/mine", "proved"),
        ("uniqueness/mine_fails", "refuted"),
    ]
    assert "`uniqueness/mine_fails`" in found.docstring("uniqueness/mine")
    assert "**Limits** `uniqueness/mine`" in found.docstring("uniqueness/mine_fails")
    library.added("rank/other.py", "X2", within=tmp_path)
    assert [each.id for each in Library.within(tmp_path).statements] == ["X1", "X2"]
    assert Library.within(tmp_path).statement("X2").title == "Other"


@pytest.mark.parametrize(
    ("id", "before"), [("B3a", "B3"), ("B99", "B3"), ("H3", "H2"), ("D19a", "D19"), ("D20", "D19b"), ("Z1", None)]
)
def test_an_entry_is_put_where_it_belongs(checkout: Path, id: str, before: str | None) -> None:
    old = (checkout / "index.toml").read_text("utf-8")
    library.added("uniqueness/mine", id, counterexample=True)
    new = (checkout / "index.toml").read_text("utf-8")
    start = new.index(f'[[statement]]\nid = "{id}"')
    end = new.find("[[statement]]", start + 1)
    assert new[:start].rstrip() + (f"\n\n{new[end:]}" if end > 0 else "\n") == old
    ids = [each.id for each in Library.within(checkout).statements]
    assert ids[ids.index(id) - 1] == (before or ids[-2])
    assert Library.within(checkout).statement(id).area == "learning"  # as the others with proofs of this theme


@pytest.mark.parametrize(
    ("name", "id", "title", "reason"),
    [
        ("uniqueness/mine", "B3", None, "the id B3 is that of 'Title of B3'"),
        ("uniqueness/mine", "b3", None, "write capitals and a number"),
        ("uniqueness/proof_0", "X1", None, "the proof uniqueness/proof_0 is in .* already"),
        ("uniqueness/there", "X1", None, "there.py is there already"),
        ("uniquenes/mine", "X1", None, "no theme 'uniquenes'; did you mean 'uniqueness'. There are rank, uniqueness"),
        ("mine", "X1", None, "write theme/name"),
        ("uniqueness/Mine", "X1", None, "write theme/name"),
        ("uniqueness/../mine", "X1", None, "write theme/name"),
        ("uniqueness/mine", "X1", 'a "title"', "no quotation marks"),
    ],
)
def test_what_cannot_be_added_changes_nothing(
    checkout: Path, name: str, id: str, title: str | None, reason: str
) -> None:
    (checkout / "uniqueness" / "there.py").write_text("mine")
    before = contents(checkout)
    with pytest.raises(NotAdded, match=reason):
        library.added(name, id, title=title, counterexample=True)
    assert contents(checkout) == before


def test_a_counterexample_that_is_there_leaves_no_proof_behind(checkout: Path) -> None:
    (checkout / "uniqueness" / "mine_fails.py").write_text("mine")
    before = contents(checkout)
    with pytest.raises(NotAdded, match=r"mine_fails\.py is there already"):
        library.added("uniqueness/mine", "X1", counterexample=True)
    assert contents(checkout) == before


def test_an_installed_library_is_not_written_to(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout.rename(checkout.parent / "_proofs")
    monkeypatch.setattr(installation, "_package", lambda: checkout.parent)
    with pytest.raises(NotAdded, match="work in a checkout"):
        library.added("uniqueness/mine", "X1")
    with pytest.raises(NotAdded, match="create it first"):
        library.added("uniqueness/mine", "X1", within=checkout / "nowhere")


def test_what_goes_wrong_at_the_end_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError, match="No space left"):
        library.added("uniqueness/mine", "X1", counterexample=True, within=tmp_path)
    assert list(tmp_path.iterdir()) == []
