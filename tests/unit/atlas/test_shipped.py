"""The atlas that ships: what it says is found again, and what it does not have is not."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from algebra_tnn import checker
from algebra_tnn.atlas import compact, shipped
from algebra_tnn.atlas.canonical import arguments, case_of
from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.compact import Entry
from algebra_tnn.atlas.questions import answered
from algebra_tnn.atlas.rows import COLUMNS, COSTS, sealed
from algebra_tnn.atlas.store import Atlas, AtlasError, Stored
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.varieties import Segre, SegreVeronese, Veronese


def network(widths: tuple[int, ...], degrees: tuple[int, ...] = (2,)) -> Case:
    return Case.of("dimension", "pnn", {"widths": widths, "degrees": degrees, "biases": False})


@pytest.fixture(scope="module")
def rows() -> list[Entry]:
    cases = [network((2, 2, 1)), network((3, 2, 1)), network((2, 1, 2, 1), (2, 3))]
    cases.append(Case.of("dimension", "segre-veronese", {"shape": (2, 3), "degrees": (1, 2), "points": 2}))
    return [Entry(row.case, row.columns(), row.digests) for row in map(answered, cases)]


def test_what_is_written_is_read(rows: list[Entry], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compact, "ROWS", 2)
    about = compact.written(rows, tmp_path, {"some": "title = 'some'"})
    assert compact.manifest(tmp_path) == about
    assert [part.rows for part in about.parts] == [2, 1, 1] and about.rows == 4
    for entry in rows:
        again = compact.found(tmp_path, about, entry.case)
        assert again is not None
        for name in COLUMNS:
            if name not in COSTS or name == "day":
                assert again.columns[name] == entry.columns[name], name
        assert again.digests == {role: digest[:16] for role, digest in entry.digests.items()}
    assert compact.found(tmp_path, about, network((2, 2, 2))) is None
    assert compact.found(tmp_path, about, Case.of("aaa", "pnn", {})) is None


def test_earlier_parts_go(rows: list[Entry], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compact, "ROWS", 1)
    compact.written(rows, tmp_path, {})
    compact.written(rows[:1], tmp_path, {})
    assert len(list(tmp_path.iterdir())) == 2
    with pytest.raises(AtlasError, match="no rows"):
        compact.written([], tmp_path, {})


def test_damage_is_said(rows: list[Entry], tmp_path: Path) -> None:
    about = compact.written(rows, tmp_path, {})
    part = about.parts[0]
    content = bytearray((tmp_path / part.file).read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / part.file).write_bytes(content)
    with pytest.raises(AtlasError, match="another SHA-256"):
        list(compact.entries(tmp_path, part))
    (tmp_path / part.file).unlink()
    with pytest.raises(AtlasError, match="cannot be read"):
        list(compact.entries(tmp_path, part))
    for text in ("{", "[]", "{}", '{"format": 1}', "\udcff"):
        (tmp_path / compact.MANIFEST).write_text(text, errors="surrogateescape")
        with pytest.raises(AtlasError, match="no manifest"):
            compact.manifest(tmp_path)
    (tmp_path / compact.MANIFEST).write_text(about.text.replace('"format": 1', '"format": 2'))
    with pytest.raises(AtlasError, match="install a newer"):
        compact.manifest(tmp_path)


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (PolynomialNetwork((3, 2, 1), 2), "pnn 3,2,1 --degree 2"),
        (PolynomialNetwork((3, 2, 2, 1), (2, 3), biases=True), "pnn 3,2,2,1 --degrees 2,3 --biases"),
        (Segre((4, 3, 3)).secant(5), "segre 3,3,4 --secant 5"),
        (Veronese(3, 4), "veronese 3 --degree 4"),
        (SegreVeronese((4, 1, 3), (2, 5, 1)).secant(2), "segre-veronese 3,4 --degrees 1,2 --secant 2"),
    ],
)
def test_names_of_models(model: object, words: str) -> None:
    case = case_of(model, "dimension")
    assert case is not None and arguments(case) == words


def test_models_of_no_family() -> None:
    assert case_of(PolynomialNetwork((2, 2, 1), activations="x^2 + x"), "dimension") is None
    assert case_of(PolynomialNetwork((2, 2, 1), 2, sparsity=[[[1, 0], [1, 1]], None]), "dimension") is None
    assert case_of(3, "dimension") is None


def test_lookup_answers_without_computing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("algebra_tnn.explore.dimensions.dimension", None)
    found = shipped.lookup(PolynomialNetwork((3, 2, 1), 2))
    assert found is not None and found.columns["lower"] == found.columns["upper"] == 5
    assert found.columns["finite"] == "refuted" and found.columns["defect"] == 1
    assert found.commands["dimension"] == "algebra-tnn dimension pnn 3,2,1 --degree 2 -o certificate.json"
    assert "nothing was computed now" in found.explanation and str(found.columns["day"]) in found.explanation
    assert found.to_dict()["row"] == found.columns
    assert shipped.lookup(PolynomialNetwork((9, 9, 9), 2)) is None
    assert shipped.lookup(PolynomialNetwork((3, 2, 1), 2), "separation") is None
    assert f"{shipped.manifest().rows:,} rows" in shipped.covered()


def test_a_missing_atlas_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shipped, "__file__", str(tmp_path / "a" / "b" / "shipped.py"))
    with pytest.raises(AtlasError, match="neither in"):
        shipped.folder()


def accepted(count: int, seed: int) -> list[Stored]:
    """Rows of the sample, drawn at random, after the checker has accepted all their certificates."""
    with Atlas.reading(shipped.folder() / shipped.SAMPLE) as atlas:
        keys = [key for (key,) in atlas.connection.execute("SELECT key FROM atlas ORDER BY key")]
        drawn = [row for key in random.Random(seed).sample(keys, count) if (row := atlas.row(key)) is not None]
        for row in drawn:
            assert row.digests and sealed(row.case, row.columns, row.digests) == row.seal
            for role, digest in row.digests.items():
                assert checker.check(atlas.certificate(digest)).answer == "accepted", (row.case, role)
    return drawn


def test_some_certificates_that_ship_are_accepted() -> None:
    assert accepted(24, seed=0)


@pytest.mark.slow
def test_certificates_that_ship_are_those_of_the_rows() -> None:
    known = {entry.case.text: entry for entry in shipped.entries()}
    for row in accepted(100, seed=1):
        entry = known[row.case]
        assert entry.digests == {role: digest[: compact.DIGITS] for role, digest in row.digests.items()}
        assert {name: entry.columns[name] for name in COLUMNS if name not in COSTS} == {
            name: row.columns[name] for name in COLUMNS if name not in COSTS
        }


@pytest.mark.slow
def test_rows_are_made_again() -> None:
    """The same answers and the same certificates, byte by byte."""
    small = [part for part in shipped.manifest().parts if part.family == "pnn"]
    draw = random.Random(2)
    for part in draw.sample(small, min(3, len(small))):
        for entry in draw.sample(list(compact.entries(shipped.folder(), part)), 4):
            row = answered(entry.case)
            assert {role: digest[: compact.DIGITS] for role, digest in row.digests.items()} == entry.digests
            for name in ("status", "lower", "upper", "defect", "finite", "global", "decompositions", "filling", "rule"):
                assert row.columns()[name] == entry.columns[name], (entry.case.text, name)


def test_it_is_small() -> None:
    """It travels in the wheel."""
    about = shipped.manifest()
    assert sum(path.stat().st_size for path in shipped.folder().iterdir()) < 10_000_000
    assert about.rows == sum(part.rows for part in about.parts) > 20_000
