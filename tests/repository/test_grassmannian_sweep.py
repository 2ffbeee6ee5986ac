"""The sweep over secant varieties of Grassmannians, on few of them."""

from __future__ import annotations

import json

from benchmarks import grassmannians


def test_cases() -> None:
    assert list(grassmannians.cases(10)) == [(2, 4, 1), (2, 4, 2), (2, 5, 1), (2, 5, 2)]


def test_records_and_summary() -> None:
    one, two = (json.loads(json.dumps(grassmannians.answered(case))) for case in [(2, 5, 1), (2, 6, 2)])
    assert [(r["lower"], r["upper"], r["expected"]) for r in (one, two)] == [(7, 7, 7), (14, 14, 15)]
    text = grassmannians.summary([one, two], 15)
    assert "theorem: 2 of 2, of 2 Grassmannians; these imply 0 more" in text and "known ones: 0" in text
    three = {**two, "k": 3, "n": 7, "r": 3, "lower": 33, "upper": 34, "expected": 35}
    text = grassmannians.summary([one, three], 35)
    assert "open: σ_3 of G(3, 7): 33 ≤ dimension ≤ 34" in text and "known ones: 0" in text
    assert "known ones: 1" in grassmannians.summary([{**three, "r": 2}], 35)
