"""What one atlas proves that another does not: bounds that differ, rows that are missing, contradictions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn.atlas import differences as module
from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.differences import differences
from algebra_tnn.atlas.rows import Row
from algebra_tnn.atlas.store import Atlas, AtlasError


def row(number: int, status: Any = "proved", rules: str = "", **values: Any) -> Row:
    """Of a case that is told by a number."""
    case = Case.of("identifiability", "pnn", {"widths": (number, 2, 1), "degrees": (2,), "biases": False})
    return Row(case, f"({number}, 2, 1)", status, values, rules=rules)


@pytest.fixture
def compared(tmp_path: Path) -> Iterator[Any]:
    def of(first: list[Row], second: list[Row]) -> module.Differences:
        for name, rows in (("a", first), ("b", second)):
            (tmp_path / name).unlink(missing_ok=True)
            with Atlas.created(tmp_path / name) as atlas:
                atlas.add(rows)
        return differences(tmp_path / "a", tmp_path / "b")

    return of


@pytest.mark.parametrize(
    ("old", "new", "kind", "sentence"),
    [
        ({"lower": 3, "upper": 5}, {"lower": 3, "upper": 5}, None, ""),
        ({"lower": 3, "upper": 5}, {"lower": 4, "upper": 4}, "sharper", "3 to 5 → 4"),
        ({"lower": 4, "upper": 4}, {"lower": 3, "upper": 5}, "weaker", "4 → 3 to 5"),
        ({"lower": 3, "upper": 4}, {"lower": 2, "upper": 3}, "incomparable", "3 to 4 → 2 to 3"),
        ({"lower": 3, "upper": 4}, {"lower": 5, "upper": 6}, "contradiction", "at least 5 and at most 4"),
        ({"lower": 3, "upper": 3}, {"lower": 4, "upper": 4}, "contradiction", "3 against 4"),
        ({"finite": "undecided"}, {"finite": "proved"}, "sharper", "undecided → finite proved"),
        ({"global": "proved"}, {"global": "refuted"}, "contradiction", "global is proved and refuted"),
        ({"finite": "refuted"}, {"global": "proved"}, "contradiction", "global is proved"),
        ({"decompositions": 1}, {"decompositions": 2}, "contradiction", "decompositions is 1 and 2"),
        ({"verdict": "proved"}, {"verdict": "refuted"}, "contradiction", "verdict is proved and refuted"),
        ({"verdict": "undecided"}, {"verdict": "refuted"}, "sharper", "undecided → refuted"),
        ({"filling": "proved"}, {"filling": "refuted"}, "contradiction", "filling is proved and refuted"),
    ],
)
def test_one_case(compared: Any, old: dict[str, Any], new: dict[str, Any], kind: str | None, sentence: str) -> None:
    found = compared([row(1, **old)], [row(1, **new)])
    assert found.common == 1 and found.same == (kind is None)
    assert [each.kind for each in found.listed] == ([kind] if kind else [])
    assert all(sentence in each.sentence for each in found.listed)
    assert found.contradictions == (kind == "contradiction")


def test_files_side_by_side(compared: Any) -> None:
    one = [row(n, lower=n, upper=n) for n in (1, 2, 3, 5)]
    two = [row(n, lower=n, upper=n) for n in (2, 4, 5, 6)] + [row(3, "failed", reason="time"), row(7, "failed")]
    found = compared(one, two)
    assert (found.common, found.same) == (2, 2)
    assert found.counts == {"missing": 2, "added": 2}
    assert [(each.kind, each.name[1]) for each in found.listed] == [
        ("missing", "1"),
        ("missing", "3"),
        ("added", "4"),
        ("added", "6"),
    ]
    assert json.loads(json.dumps(found.to_dict()))["counts"]["contradiction"] == 0


def test_contradictions_come_first(compared: Any) -> None:
    found = compared(
        [row(1, lower=1, upper=9), row(2, lower=1, upper=1)], [row(1, lower=2, upper=2), row(2, lower=2, upper=2)]
    )
    assert [each.kind for each in found.listed] == ["contradiction", "sharper"]
    assert found.explanation.splitlines() == [
        "2 cases in both, 0 with the same answer",
        "1 contradictions: an error in one of them",
        "  identifiability, (2, 2, 1): at least 2 and at most 1: 1 against 2",
        "1 the second proves more",
        "  identifiability, (1, 2, 1): 1 to 9 → 2",
    ]


def test_rows_of_several_rule_sets_are_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With other rules a case has another key; the file may hold both, and then it says what both say."""
    with Atlas.created(tmp_path / "both") as both, Atlas.created(tmp_path / "one") as one:
        both.add([row(1, lower=1, upper=5)])
        one.add([row(1, lower=3, upper=5)])
        monkeypatch.setattr(Case, "key", property(lambda case: "0" * 64))
        both.add([row(1, lower=3, upper=7)])
        assert both.connection.execute("SELECT count(*) FROM atlas").fetchone() == (2,)
    found = differences(tmp_path / "both", tmp_path / "one")
    assert (found.common, found.same, found.counts) == (1, 1, {})


def test_few_are_kept(compared: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_DIFFERENCES", 2)
    monkeypatch.setattr(module, "SHOWN", 1)
    found = compared([row(n, lower=1, upper=1) for n in range(1, 5)], [row(n, lower=2, upper=2) for n in range(1, 5)])
    assert found.contradictions == 4 and len(found.listed) == 2
    assert found.explanation.endswith("and 3 more")


def test_no_atlas(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no atlas", encoding="utf-8")
    with pytest.raises(AtlasError, match="text is no atlas"):
        differences(tmp_path / "text", tmp_path / "text")
