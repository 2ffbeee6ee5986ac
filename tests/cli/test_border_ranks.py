"""``rank --border``: bounds, curves, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

W = {"tensor": [[[0, 1], [1, 0]], [[1, 0], [0, 0]]]}
LINE: Any = [[1, 1], [[0, 1], 0]]
CURVE = {"factors": [[[1, -1], [[0, 1], 0]], LINE, LINE], "order": 1}


def test_without_a_curve(run: Any, file: Any) -> None:
    ran = run("rank", file("w.json", W), "--border")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "border rank = 2 over Q (proved)")
    ran = run("rank", file("c.json", {"tensor": [[[1, 0], [0, 1]], [[0, -1], [1, 0]]]}), "--border")
    assert (ran.code, ran.out.splitlines()[0]) == (3, "2 ≤ border rank ≤ 3 over Q (proved)")


def test_along_a_curve(run: Any, file: Any, tmp_path: Path) -> None:
    target = tmp_path / "cert.json"
    ran = run("rank", file("w.json", W), "--border", "--curve", file("c.json", CURVE), "-o", target, "--field", "R")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "border rank = 2 over R (proved)")
    assert run("check", target).out.endswith(
        "border-rank-between, lower 2, upper 2, over R and every extension, trusts nothing\n"
    )
    found = run("rank", file("w.json", W), "--border", "--curve", file("c.json", CURVE), "--json").object
    assert (found["command"], found["status"], found["lower"], found["upper"], found["curve"]) == (
        "rank",
        "exact",
        2,
        2,
        1,
    )


def test_a_curve_for_the_rank(run: Any, file: Any) -> None:
    ran = run("rank", file("w.json", W), "--curve", file("c.json", CURVE))
    assert (ran.code, ran.out) == (2, "")
    assert "--curve gives a curve for the border rank; add --border" in ran.err


def test_a_law(run: Any, file: Any) -> None:
    law = {"inputs": {}, "parameters": {"A": [2, 2]}, "let": [], "output": "A"}
    ran = run("rank", file("law.json", law), "--border")
    assert ran.code == 2 and "it holds a law; --border is for a tensor, a matrix or factors" in ran.err


@pytest.mark.parametrize(
    ("curve", "sentence"),
    [
        ({**CURVE, "order": 2}, "with e^1 in it, so divided by e^2 they have no limit; give the order 1"),
        ({**CURVE, "factors": [LINE, LINE, LINE]}, "with e^0 in it"),
        ({"factors": CURVE["factors"]}, "its keys are 'factors'; they are factors and order"),
        ({**CURVE, "factors": [LINE, LINE, [[1, 0.5], [0, 1]]]}, "factors[2][0][1] is the float 0.5"),
        (
            {**CURVE, "factors": [[[1, -1], [[0, 1], 0]], LINE, [[1, 1], [[0, 2], 0]]]},
            "at (0, 0, 1) the curve tends to 2",
        ),
        ({**CURVE, "factors": [[[1, -1], [[0, 1], 0]], LINE]}, "the curve has the shape 2×2 and the tensor 2×2×2"),
        ([1], "a curve such as"),
        ("", "it is empty"),
    ],
)
def test_curves_that_are_refused(run: Any, file: Any, curve: Any, sentence: str) -> None:
    ran = run("rank", file("w.json", W), "--border", "--curve", file("c.json", curve))
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "c.json" in ran.err and sentence in ran.err
