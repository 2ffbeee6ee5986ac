"""The sweep over secant varieties of Grassmannians, on few of them."""

from __future__ import annotations

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.questions import answered
from benchmarks import grassmannians


def grassmannian(k: int, n: int, r: int) -> Case:
    return Case.of("dimension", "grassmannian", {"k": k, "n": n, "points": r})


def test_cases() -> None:
    found = list(grassmannians.cases(10))
    assert found == [grassmannian(*sizes) for sizes in [(2, 4, 1), (2, 4, 2), (2, 5, 1), (2, 5, 2)]]


def test_summary() -> None:
    one, two = (answered(grassmannian(*sizes)).columns() for sizes in [(2, 5, 1), (2, 6, 2)])
    assert [(r["lower"], r["upper"], r["expected"]) for r in (one, two)] == [(7, 7, 7), (14, 14, 15)]
    text = grassmannians.summary([one, two], 15)
    assert "theorem: 2 of 2, of 2 Grassmannians; these imply 0 more" in text and "known ones: 0" in text
    name = "σ_3 of Grassmannian G(3, 7)"
    three = {**two, "shape": "3,7", "points": 3, "name": name, "lower": 33, "upper": 34, "expected": 35}
    text = grassmannians.summary([one, three], 35)
    assert f"open: {name}: 33 ≤ dimension ≤ 34" in text and "known ones: 0" in text
    assert "known ones: 1" in grassmannians.summary([{**three, "points": 2}], 35)
