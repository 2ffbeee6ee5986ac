"""The sweep through secant varieties: its cases, its lists, and that it goes on where it was."""

from __future__ import annotations

from math import comb
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.questions import answered
from benchmarks import grids, secants
from benchmarks.sweeps import Record, records, resists


def secant(shape: tuple[int, ...], degrees: tuple[int, ...], r: int) -> Case:
    return Case.of("dimension", "segre-veronese", {"shape": shape, "degrees": degrees, "points": r})


def test_cases() -> None:
    found = list(secants.cases(9))
    assert len(found) == len(set(found)) and {secant((2, 2, 2), (1, 1, 1), 2), secant((3, 3), (1, 1), 3)} <= set(found)
    assert [case["points"] for case in found if (case["shape"], case["degrees"]) == ((3,), (2,))] == [1, 2, 3]
    assert all(comb(n + d - 1, d) <= 9 for c in found for n, d in zip(c["shape"], c["degrees"], strict=True))
    formats = {(case["shape"], case["degrees"]) for case in secants.cases(4)}
    assert formats == {((2,), (1,)), ((2, 2), (1, 1)), ((2,), (2,)), ((2,), (3,)), ((3,), (1,)), ((4,), (1,))}


def test_networks_are_drawn_once_and_alike() -> None:
    first = [next(source) for source in [grids.drawn(3)] for _ in range(40)]
    again = grids.drawn(3)
    assert len(set(first)) == 40 and first == [next(again) for _ in range(40)] and next(grids.drawn(4)) != first[0]


@pytest.mark.parametrize(
    ("shape", "degrees", "r", "unlisted"),
    [
        ((3, 3, 3), (1, 1, 1), 4, False),
        ((2, 2, 3, 3), (1, 1, 1, 1), 5, False),
        ((3, 4, 4), (1, 1, 1), 5, False),
        ((3, 4, 4), (1, 1, 1), 4, True),
        ((2, 3, 5), (1, 1, 1), 4, False),
        ((2, 3, 5), (1, 1, 1), 3, True),
        ((4,), (2,), 3, False),
        ((4,), (2,), 4, True),
        ((3,), (4,), 5, False),
        ((3,), (4,), 4, True),
        ((4, 3), (2, 1), 5, False),
        ((3, 6), (2, 1), 5, False),
        ((3, 2), (3, 1), 5, False),
        ((3, 2), (3, 1), 4, True),
        ((2, 2), (2, 2), 3, False),  # a kind without a list
    ],
)
def test_lists_of_exceptions(shape: tuple[int, ...], degrees: tuple[int, ...], r: int, unlisted: bool) -> None:
    written = {"shape": ",".join(map(str, shape)), "degrees": ",".join(map(str, degrees))}
    record: dict[str, Any] = {**written, "points": r, "upper": 1, "expected": 2}
    assert secants.is_unlisted(record) == unlisted
    assert not secants.is_unlisted({**record, "upper": 2})


def test_summaries() -> None:
    cases = [secant((2, 2), (1, 1), 1), secant((3,), (2,), 2), secant((3,), (2,), 3)]
    found: list[Record] = [answered(case).columns() for case in cases]
    assert [(r["lower"], r["upper"]) for r in found] == [(3, 3), (5, 5), (6, 6)]
    text = secants.summary(found, 9)
    assert "theorem: 3 of 3; these imply 0 more" in text and "| Veronese | 1 | 2 | 2 | 1 |" in text
    assert "open" not in text and "these imply 1 more" in secants.summary([{**found[1], "lower": 6, "upper": 6}], 9)
    name = "σ_3 of Veronese of degree 2 in 3 variables"
    assert f"open: {name}: 6 ≤ dimension ≤ 7" in secants.summary([{**found[2], "upper": 7}], 9)
    assert "failed: no memory" in secants.summary([{**found[2], "status": "failed", "reason": "no memory"}], 9)


@pytest.mark.slow
def test_rows_in_the_file_are_kept(tmp_path: Path) -> None:
    cases = list(secants.cases(6))
    path = tmp_path / "secants.sqlite"
    first, new, _ = records(cases[:3], path, 1)
    assert new == 3 and [r["points"] for r in first] == [case["points"] for case in cases[:3]]
    every, new, _ = records(cases[::-1], path, 1)
    assert new == len(cases) - 3 and every[::-1][:3] == first and not any(map(resists, every))
    assert records(cases, path, 1)[1:] == (0, 0.0)


@pytest.mark.slow
def test_small_spaces() -> None:
    """Every secant variety in a space of at most 36 dimensions is proved from both sides; the lists are full."""
    found: list[Record] = [answered(case).columns() for case in secants.cases(36)]
    assert len(found) > 400
    assert [r for r in found if resists(r) or secants.is_unlisted(r)] == []
