"""The sweep through secant varieties: its cases, its lists, and that it goes on where it was."""

from __future__ import annotations

import json
from math import comb
from pathlib import Path

import pytest

from benchmarks import secants
from benchmarks.sweeps import Sweep


def test_formats_and_cases() -> None:
    assert list(secants.formats(4)) == [
        *[((2,), (1,)), ((2, 2), (1, 1)), ((2,), (2,)), ((2,), (3,)), ((3,), (1,)), ((4,), (1,))]
    ]
    found = list(secants.cases(9))
    assert len(found) == len(set(found)) and {((2, 2, 2), (1, 1, 1), 2), ((3, 3), (1, 1), 3)} <= set(found)
    assert [r for shape, degrees, r in found if (shape, degrees) == ((3,), (2,))] == [1, 2, 3]
    assert all(comb(n + d - 1, d) <= 9 for shape, degrees, _ in found for n, d in zip(shape, degrees, strict=True))


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
    record = {"shape": list(shape), "degrees": list(degrees), "r": r, "upper": 1, "expected": 2}
    assert secants.is_unlisted(record) == unlisted
    assert not secants.is_unlisted({**record, "upper": 2})


def test_records_and_summary(tmp_path: Path) -> None:
    path = tmp_path / "records"
    records = [secants.answered(case) for case in [((2, 2), (1, 1), 1), ((3,), (2,), 2), ((3,), (2,), 3)]]
    assert [(r["lower"], r["upper"], r["implied"]) for r in records] == [(3, 3, 0), (5, 5, 0), (6, 6, 0)]
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    wanted = [secants.key(record) for record in records]
    kept, new, _ = Sweep(secants.answered, secants.key).records(wanted[::-1], path, 1)
    assert (kept, new) == ([{**record, "trusts": []} for record in json.loads(json.dumps(records))][::-1], 0)
    text = secants.summary(kept, 9)
    assert "theorem: 3 of 3; these imply 0 more" in text and "| Veronese | 1 | 2 | 2 | 1 |" in text
    assert "open" not in text and "open: σ_2 of 2×2" in secants.summary([{**kept[2], "r": 2, "upper": 4}], 9)


@pytest.mark.slow
def test_small_spaces() -> None:
    """Every secant variety in a space of at most 36 dimensions is proved from both sides; the lists are full."""
    records = [secants.answered(case) for case in secants.cases(36)]
    assert len(records) > 400
    assert [r for r in records if secants.resists(r) or secants.is_unlisted(r)] == []
