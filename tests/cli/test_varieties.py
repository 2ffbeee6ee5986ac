"""``dimension`` of secant varieties and ``generic-rank``."""

from __future__ import annotations

import json
from typing import Any

import pytest

from algebra_tnn import checker


@pytest.mark.parametrize(
    ("arguments", "dimension", "ambient", "reason"),
    [
        (["segre", "3,3,3", "--secant", "4"], 26, 27, "the determinant of the 9×9 Koszul flattening"),
        (["veronese", "3", "--degree", "4", "--secant", "5"], 14, 15, "the determinant of the 6×6 catalecticant"),
        (["segre-veronese", "3,5", "--degrees", "1,2", "--secant", "4"], 28, 45, "4 terms of dimension 7"),
        (["segre", "2,2,2"], 4, 8, "1 term of dimension 4"),
        (["segre", "1,2,2", "--secant", "9"], 4, 4, "4 monomials"),
    ],
)
def test_dimensions(run: Any, arguments: list[str], dimension: int, ambient: int, reason: str) -> None:
    answer = run("dimension", *arguments, "--json").object
    assert (answer["lower"], answer["upper"], answer["ambient"]) == (dimension, dimension, ambient)
    assert answer["trusts"] == [] and reason in answer["explanation"]


def test_both_certificates(run: Any, tmp_path: Any) -> None:
    found = run("generic-rank", "veronese", "3", "--degree", "2", "-o", tmp_path / "c.json", "--json")
    lower, upper = tmp_path / "c.lower.json", tmp_path / "c.upper.json"
    assert found.code == 0 and found.object["certificates"] == [str(lower), str(upper)]
    texts = [path.read_text() for path in (lower, upper)]
    claims = [json.loads(text)["steps"][-1]["claim"] for text in texts]
    assert [(claim["kind"], claim["rank"]) for claim in claims] == [("dimension-at-most", 5), ("dimension-at-least", 6)]
    assert [checker.check(text).answer for text in texts] == ["accepted"] * 2


def test_one_certificate_where_nothing_is_below(run: Any, tmp_path: Any) -> None:
    found = run("generic-rank", "1,3", "-o", tmp_path / "c.json", "--json")
    assert found.object["certificates"] == [str(tmp_path / "c.upper.json")]
    assert [path.name for path in tmp_path.iterdir()] == ["c.upper.json"]


def test_tensors_unless_a_family_is_named(run: Any) -> None:
    plain, named = run("generic-rank", "2,2,2"), run("generic-rank", "segre", "2,2,2")
    assert plain == named and plain.code == 0
    assert plain.out.startswith("generic rank = 2 (proved)\n")
    assert run("generic-rank", "2,2,2", "-q").out == "generic rank = 2 (proved)\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("dimension segre 3,0,3 --secant 2", "shape[1] is 0; it is at least 1"),
        ("dimension segre 3,3,3 --secant 0", "the number of points r is 0; it is at least 1"),
        ("dimension segre 3,x --secant 2", "the sizes of the modes are '3,x'; they are integers separated by commas"),
        ("dimension segre --secant 2", "segre has 0 arguments; it takes the sizes of the modes, such as segre 3,3,3"),
        ("dimension segre 3,3 --degree 2", "pi-net, factorization-machine, not for segre; leave it out"),
        ("dimension segre 3,3 --biases", "--biases is for pnn, linear, relu, not for segre; leave it out"),
        ("dimension veronese 3 --secant 2", "veronese has no --degree; it is needed, such as in veronese 3 --degree 4"),
        ("dimension veronese 3,4 --degree 2", "the number of variables is '3,4'; it is one integer,"),
        ("dimension veronese 3 --degree 0", "degrees[0] is 0; it is at least 1"),
        (
            "dimension segre-veronese 3,5 --degrees 1",
            "has 2 factors but there are 1 degrees; give one degree",
        ),
        ("dimension segre-veronese 3,5", "segre-veronese has no --degrees; it is needed, such as in"),
        ("dimension grassmannian 3 --secant 2", "grassmannian has 1 numbers; it takes the dimensions of the planes"),
        ("dimension grassmannian 8,3 --secant 2", "there are no 8-planes in 3-space; choose k from 1 to n"),
        ("dimension pnn 2,2 --secant 2", "--secant is for segre, veronese, segre-veronese, grassmannian, not for pnn"),
        ("dimension missing.json --secant 2", "--secant is for a family such as pnn; the file missing.json says all"),
        ("filling segre 3,3,3", "segre is no polynomial network; filling is asked for networks, such as pnn"),
        ("generic-rank 4,4,0", "shape[2] is 0; it is at least 1"),
        ("generic-rank veronese 3 4", "the variety is 'veronese 3 4'; it is a family and its sizes, such as"),
        ("generic-rank 4,4 --degree 2", "pi-net, factorization-machine, not for segre; leave it out"),
        ("generic-rank veronese 2 --degree 9000000", "the modulus"),
    ],
)
def test_bad_input(run: Any, arguments: str, sentence: str) -> None:
    found = run(*arguments.split())
    assert (found.code, found.out, found.err.count("\n")) == (2, "", 1)
    assert found.err.startswith("algebra-tnn: ") and sentence in found.err
