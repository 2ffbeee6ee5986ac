"""``waring``: bounds with a decomposition, the certificate, and bad input."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


def test_a_rank(run: Any) -> None:
    ran = run("waring", "x^2*y")
    assert ran.code == 0 and ran.out.startswith("Waring rank = 3 over Q (proved)")
    assert "x^2*y = -(1/3)*y^3 + (1/6)*(x + y)^3 - (1/6)*(x - y)^3" in ran.out
    assert run("waring", "x^2*y", "-q").out == "Waring rank = 3 over Q (proved)\n"


@pytest.mark.parametrize(("field", "rank"), [("Q", 4), ("R", 4), ("C", 3)])
def test_the_field_matters(run: Any, field: str, rank: int) -> None:
    answer = run("waring", "x^2*y^2", "--field", field, "--json").object
    assert (answer["lower"], answer["upper"], answer["field"]) == (rank, rank, field)
    found = answer["decomposition"]
    assert len(found["weights"]) == len(found["vectors"]) == rank
    assert found["root"] == (None if field != "C" else [1, 1, 1])


def test_bounds_that_do_not_meet(run: Any) -> None:
    ran = run("waring", "x^2*y^2*z^2", "--field", "R")
    assert ran.code == 3 and ran.out.startswith("9 ≤ Waring rank ≤ 16 over R")
    assert "-v shows all" in ran.out


def test_a_form_that_begins_with_a_minus_sign(run: Any) -> None:
    assert run("waring", "--", "-x^3").code == 0


def test_the_certificate(run: Any, tmp_path: Path) -> None:
    ran = run("waring", "x*y*z", "-o", tmp_path / "c.json")
    assert "certificate written" in ran.out
    assert run("check", tmp_path / "c.json").code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["x^2 + y"], "terms of degrees 1 and 2"),
        (["0.5*x^2"], "the float 0.5"),
        (["3"], "no variable"),
        (["x +"], "it is a form with rational coefficients"),
        (["x*y", "--field", "GF(5)"], "the field is GF(5)"),
        (["x*y", "--field", "Z"], "the field is 'Z'"),
        (["x^70"], "degrees are at most 60"),
        (["a*b*c*d*e*f*g*h*i*j"], "92378 coefficients"),
        (["x*y", "-o", "/"], "-o / is a folder"),
    ],
)
def test_bad_input(run: Any, arguments: list[str], words: str) -> None:
    ran = run("waring", *arguments)
    assert ran.code == 2 and words in ran.err and not ran.out and len(ran.err.splitlines()) == 1
