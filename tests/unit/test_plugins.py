"""Plug-ins that are broken are left out, with a sentence; the others are used, and believed no more than the rest."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from algebra_tnn import (
    CP,
    BorderRankAtMost,
    Certificate,
    CertificateRejected,
    EssentiallyUnique,
    PositiveOnBox,
    Shortfall,
    Tensor,
    library,
    plugins,
    verify,
)
from algebra_tnn.library import installation
from algebra_tnn.provers import approximating_curve, plugged

T = Tensor.from_nested([[1, 0], [0, 1]])
#  Rank one terms that sum to T, as a curve of order 0.
TERMS = [[[1], [0]], [[0], [1]]]
CURVE = approximating_curve([TERMS, TERMS], order=0)
CACHES = (plugins.plugins, plugged._known, installation.installed)

Plug = Callable[..., None]


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch) -> Iterator[Plug]:
    """Installs plug-ins of one group: names with what is loaded, or with what is raised."""

    def plugged_in(group: str, **values: Any) -> None:
        def point(name: str, value: Any) -> Any:
            def load() -> Any:
                if isinstance(value, BaseException):
                    raise value
                return value

            return SimpleNamespace(name=name, load=load, dist=SimpleNamespace(name="another-package"))

        points = [point(name, value) for name, value in values.items()]
        monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points if group == wanted else [])
        wanted = group
        for cached in CACHES:
            cached.cache_clear()

    yield plugged_in
    monkeypatch.undo()
    for cached in CACHES:
        cached.cache_clear()


def prover(proves: Any, answer: Callable[[Any], Any]) -> Any:
    return type("Prover", (), {"proves": proves, "__call__": lambda self, claim: answer(claim)})()


def test_what_cannot_be_loaded_is_left_out(plug: Plug, caplog: pytest.LogCaptureFixture) -> None:
    plug("a group", good=1, missing=ImportError("no module\nfoo"), leaving=SystemExit(3))
    assert [(plugin.name, plugin.value, plugin.package) for plugin in plugins.plugins("a group")] == [
        ("good", 1, "another-package")
    ]
    assert [record.getMessage() for record in caplog.records] == [
        "algebra-tnn: another-package: its plug-in 'leaving' is left out: SystemExit: 3",
        "algebra-tnn: another-package: its plug-in 'missing' is left out: ImportError: no module foo",
    ]
    assert all(record.levelno == logging.WARNING for record in caplog.records)


def test_a_name_is_taken_once(plug: Plug, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    plug("a group", twice=1)
    import importlib.metadata

    points = importlib.metadata.entry_points(group="a group")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [*points, *points])
    assert len(plugins.plugins("a group")) == 1
    assert "another-package has one of this name, too" in caplog.text


# ------------------------------------------------------------------------------------------------------- provers


def test_a_prover_is_tried_after_the_others(plug: Plug) -> None:
    claim = BorderRankAtMost(T, 2)
    assert verify(claim).status == "undecided"
    plug(plugins.PROVERS, fibres=prover(BorderRankAtMost, CURVE))
    verdict = verify(claim)
    assert (verdict.status, verdict.trusts) == ("proved", ())
    assert verify(EssentiallyUnique(CP.from_factors([[1]], [[1]], [[1]]))).status == "proved"


@pytest.mark.parametrize(
    ("certificate", "reason"),
    [
        (Certificate(BorderRankAtMost(T, 2), "decomposition", {"factors": [TERMS, TERMS[::-1]], "order": 0}), "sum"),
        (Certificate(BorderRankAtMost(T, 2), "my-rule", {}), "my-rule"),
        (
            Certificate(
                BorderRankAtMost(Tensor.from_nested([[0, 1], [1, 0]]), 2),
                "decomposition",
                {"factors": [TERMS, TERMS[::-1]], "order": 0},
            ),
            "another claim",
        ),
    ],
    ids=["false", "unknown rule", "another claim"],
)
def test_a_bad_certificate_is_rejected(plug: Plug, certificate: Certificate, reason: str) -> None:
    plug(plugins.PROVERS, bad=prover(BorderRankAtMost, lambda claim: certificate))
    with pytest.raises(CertificateRejected, match=reason):
        verify(BorderRankAtMost(T, 2))


@pytest.mark.parametrize(("answer", "reason"), [(lambda claim: 1 // 0, "it raised ZeroDivisionError"), (id, "int")])
def test_a_prover_with_a_bug_falls_short(plug: Plug, answer: Callable[[Any], Any], reason: str) -> None:
    plug(plugins.PROVERS, buggy=prover(BorderRankAtMost, answer))
    (attempt, *_) = (each for each in verify(BorderRankAtMost(T, 2)).attempts if "buggy" in each.rule)
    assert isinstance(attempt, Shortfall)
    assert attempt.rule == "buggy of another-package" and reason in attempt.reason


def test_what_is_no_prover_is_left_out(plug: Plug, caplog: pytest.LogCaptureFixture) -> None:
    box = prover(PositiveOnBox, id)  # its certificates are about another claim
    plug(plugins.PROVERS, number=7, aimless=lambda claim: claim, wrong=prover([int], id), box=box)
    assert plugged.plugged_provers(BorderRankAtMost(T, 2)) == ()
    assert len(caplog.records) == 4


# ---------------------------------------------------------------------------------------------------- statements


def library_of(folder: Path, id: str, proof: str) -> ModuleType:
    folder.mkdir()
    (folder / "index.toml").write_text(
        f'[[statement]]\nid = "{id}"\ntitle = "t"\narea = "rank"\nstatement = "s"\nhypotheses = []\nconclusion = "c"\n'
        f'citations = []\nstatus = "proved"\ntrusts = []\nestablished = "e"\nproofs."{proof}" = "proved"\n'
    )
    module = ModuleType("theirs")
    module.__file__ = str(folder / "__init__.py")
    return module


def test_statements_stand_beside_those_that_are_here(
    plug: Plug, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "toml").mkdir()
    broken = ModuleType("broken")
    broken.__file__ = str(tmp_path / "toml" / "__init__.py")
    (tmp_path / "toml" / "index.toml").write_text("[[statement]\n")
    plug(
        plugins.STATEMENTS,
        good=library_of(tmp_path / "good", "X1", "rank/theirs"),
        same_id=library_of(tmp_path / "same_id", "b3", "rank/other"),
        same_proof=library_of(tmp_path / "same_proof", "X2", "uniqueness/kruskal"),
        toml=broken,
        number=7,
    )
    assert library.statements()[-1].id == "X1" and library.statement("x1").origin == "another-package"
    assert library.statement("B3").origin == "" and library.statement("B3").title == "Kruskal's theorem"
    assert library.installed().path("rank/theirs") == tmp_path / "good" / "rank" / "theirs.py"
    assert [name for _, name, _ in library.selected(["X1"])] == ["rank/theirs"]
    said = caplog.text
    assert "'number' is left out: it points to 7" in said and "'toml' is left out" in said
    assert "its statement b3 has the id of another one" in said
    assert "its proof uniqueness/kruskal has the name of another one" in said
