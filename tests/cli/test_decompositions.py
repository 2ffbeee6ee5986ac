"""``check-decomposition``: the layouts of published decompositions, the answers, and what is refused."""

from __future__ import annotations

import io
import json
from typing import Any

import numpy as np
import pytest

from algebra_tnn import checker
from algebra_tnn.tensors.fast_multiplication import eleven_terms, laderman, strassen
from algebra_tnn.tensors.short_multiplication import short_multiplication
from tests.cli.test_bad_input import refused

U, V, W = ([list(row) for row in factor] for factor in strassen().factors)  # one term per column
ROWS = [[list(row) for row in zip(*factor, strict=True)] for factor in (U, V, W)]
TERMS = [list(term) for term in zip(*ROWS, strict=True)]
SQUARES = [[[v[:2], v[2:]] for v in term] for term in TERMS]
OBJECTS = [dict(zip("uvw", term, strict=True)) for term in TERMS]
OF = ("--of", "matmul:2,2,2")
KEYS = {
    *("command", "status", "of", "field", "shape", "terms", "convention", "conventions", "wrong_entries"),
    *("first_wrong", "repair", "correct_modulo", "correct_over_q", "denominator", "rank_at_most", "rule", "extensions"),
    *("trusts", "explanation", "layout", "unread", "certificate", "rounded"),
}


def npz(**arrays: Any) -> bytes:
    buffer = io.BytesIO()
    np.savez(buffer, **{key: np.array(array) for key, array in arrays.items()})
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "layout"),
    [
        ("f.json", {"factors": [U, V, W]}, "one term per column"),
        ("f.json", {"factors": ROWS}, "one term per row"),
        ("f.json", dict(zip("uvw", ROWS, strict=True)), "one term per row"),
        ("f.json", dict(zip("UVW", (U, V, W), strict=True)), "one term per column"),
        ("f.json", dict(zip("ABC", ROWS, strict=True)), "one term per row"),
        ("f.json", {"terms": TERMS}, "a list of terms"),
        ("f.json", TERMS, "a list of terms"),
        ("f.json", SQUARES, "a list of terms"),
        ("f.json", OBJECTS, "a list of terms"),
        ("f.json", [[[v[:2], v[2:]] for v in vectors] for vectors in ROWS], "one term per row"),
        ("f.json", {"n": [2, 2, 2], "u": ROWS[0], "v": ROWS[1], "w": ROWS[2]}, "one term per row"),
        ("f.npz", npz(factor1=V, factor0=U, factor2=W), "one term per column"),
        ("f.npz", npz(w=ROWS[2], u=ROWS[0], v=ROWS[1]), "one term per row"),
        ("f.npz", npz(first=U, second=V, third=W), "one term per column"),
        ("f.npz", npz(all=[U, V, W]), "one term per column"),
        ("f.npz", npz(factors=np.transpose([U, V, W], (2, 0, 1))), "a list of terms"),
    ],
)
def test_layouts(run: Any, file: Any, name: str, content: Any, layout: str) -> None:
    ran = run("check-decomposition", file(name, content), *OF, "--json")
    assert ran.code == 0, ran.err
    assert (ran.object["status"], ran.object["layout"]) == ("correct", layout)
    assert set(ran.object) == KEYS
    assert ran.object["unread"] == (["n"] if b"n" in file(name, content).read_bytes()[:3] else [])


def test_all_layouts_that_fit_are_tried(run: Any, file: Any) -> None:
    """Four terms of a 4×4×4 tensor: rows and columns have the same lengths."""
    eye = [[int(i == j) for j in range(4)] for i in range(4)]
    third = [[1, 2, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]
    entries = [[[third[k][i] * (i == j) for k in range(4)] for j in range(4)] for i in range(4)]
    tensor = file("tensor.json", {"tensor": entries})
    for given, layout in (([eye, eye, third], "column"), ([eye, eye, [*zip(*third, strict=True)]], "row")):
        ran = run("check-decomposition", file("f.json", {"factors": given}), "--of", tensor, "--json")
        assert (ran.code, ran.object["layout"]) == (0, f"one term per {layout}")


def test_the_answer_and_its_certificate(run: Any, file: Any, tmp_path: Any) -> None:
    ran = run("check-decomposition", file("f.json", {"factors": [U, V, W]}), *OF, "-o", tmp_path / "c.json")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "correct: 7 terms sum to matmul:2,2,2 over Q",
        "  shape 4×4×4",
        "  convention: row-major",
        "  all entries of the factors are integers: correct over every commutative ring",
        "  rank ≤ 7: proved over Q and every extension of it by decomposition: 7 terms, as given; "
        "trusts no published theorem",
        f"  certificate written to {tmp_path / 'c.json'}",
    ]
    assert checker.check((tmp_path / "c.json").read_text()).answer == "accepted"


def test_a_wrong_one_says_where(run: Any, file: Any, tmp_path: Any) -> None:
    factors = [[list(row) for row in factor] for factor in laderman().factors]
    factors[2][8][5] = 2
    path = file("f.json", {"factors": factors})
    ran = run("check-decomposition", path, "--of", "matmul:3,3,3", "-o", tmp_path / "c.json")
    assert ran.code == 1
    first, *rest = ran.out.splitlines()
    assert first == "wrong: 23 terms do not sum to matmul:3,3,3 over Q"
    assert (
        "  1 of 729 entries differ; first the coefficient of a00·b00 in c22 is 1 and should be 0, at index (0, 0, 8)"
        in rest
    )
    assert "  correct if entry 8 of vector 2 of term 5 were 1 instead of 2" in rest
    assert "  nothing is proved, so no certificate was written" in rest
    assert not (tmp_path / "c.json").exists()


def test_conventions(run: Any, file: Any) -> None:
    transposed = file("f.json", {"factors": [U, V, [W[0], W[2], W[1], W[3]]]})
    assert run("check-decomposition", transposed, *OF, "--json").object["conventions"] == ["row-major, C transposed"]
    for spelled, code in (("row-major-c-transposed", 0), ("row-major, C transposed", 0), ("column-major", 1)):
        ran = run("check-decomposition", transposed, *OF, "--convention", spelled)
        assert ran.code == code


def test_modulo_two_only(run: Any, file: Any) -> None:
    path = file("f.json", {"factors": [[[abs(x) for x in row] for row in factor] for factor in (U, V, W)]})
    ran = run("check-decomposition", path, *OF)
    assert ran.code == 1
    assert ran.out.startswith("wrong over Q, correct modulo 2 only: 7 terms do not sum to matmul:2,2,2\n")
    ran = run("check-decomposition", path, *OF, "--field", "GF(2)")
    assert ran.code == 0 and "over Q the same numbers are wrong" in ran.out
    assert run("check-decomposition", path, *OF, "--field", "GF(3)").code == 1


@pytest.mark.parametrize(
    ("of", "factors", "terms"),
    [
        (
            "polynomial-multiplication:2,2",
            [[[1, 0, 1], [0, 1, 1]], [[1, 0, 1], [0, 1, 1]], [[1, 0, 0], [-1, -1, 1], [0, 1, 0]]],
            3,
        ),
        ("complex-multiplication", [[[1, 0, 1], [0, 1, 1]], [[1, 0, 1], [0, 1, 1]], [[1, -1, 0], [-1, -1, 1]]], 3),
        (
            "permanent:3",
            [[["1/4", "-1/4", "-1/4", "1/4"], ["1/4", "-1/4", "1/4", "-1/4"], ["1/4", "1/4", "-1/4", "-1/4"]]]
            + 2 * [[[1, 1, 1, 1], [1, 1, -1, -1], [1, -1, 1, -1]]],
            4,
        ),
        ("unit:2,4", [[[1, 0], [0, 1]]] * 4, 2),
        ("monomial:1,1", [[["1/4", "-1/4"], ["1/4", "1/4"]], [[1, 1], [1, -1]]], 2),
    ],
)
def test_named_tensors(run: Any, file: Any, of: str, factors: Any, terms: int) -> None:
    ran = run("check-decomposition", file("f.json", {"factors": factors}), "--of", of)
    assert (ran.code, ran.out.splitlines()[0]) == (0, f"correct: {terms} terms sum to {of} over Q")


def test_floats_are_rounded_where_that_is_asked(run: Any, file: Any) -> None:
    path = file("f.npz", npz(u=np.array(ROWS[0]) * 1.0, v=ROWS[1], w=ROWS[2]))
    ran = run("check-decomposition", path, *OF, "--rationalize", 10)
    assert ran.code == 0 and ran.out.startswith("floats were rounded")
    refused(run("check-decomposition", path, *OF), "u[0][0] is the float", "--rationalize")


@pytest.mark.slow
def test_thousands_of_terms(run: Any, file: Any) -> None:
    u, v, w = (np.array(factor, dtype=np.int8) for factor in short_multiplication(16, 16, 16).factors)
    ran = run("check-decomposition", file("f.npz", npz(u=u, v=v, w=w)), "--of", "matmul:16,16,16", "--json")
    assert ran.code == 0 and ran.object["terms"] == 2401 and ran.object["rule"] is None
    v[9, 77] += 1
    ran = run("check-decomposition", file("f.npz", npz(u=u, v=v, w=w)), "--of", "matmul:16,16,16", "--json")
    assert ran.code == 1
    assert ran.object["repair"] == {"mode": 1, "index": 9, "term": 77, "found": v[9, 77], "expected": v[9, 77] - 1}


GOOD = {"factors": [U, V, W]}


@pytest.mark.parametrize(
    ("content", "of", "words"),
    [
        (
            GOOD,
            "matmul:2,2,3",
            [
                "f.json: factors[0] is 4×7, factors[1] is 4×7, factors[2] is 4×7, which is no layout of factors for",
                "matmul:2,2,3: it has shape 4×6×6, and",
                "; they fit matmul:2,2,2",
            ],
        ),
        (GOOD, "matmul:2,2", ["--of: the tensor 'matmul:2,2' has 2 sizes; matmul takes 3"]),
        (GOOD, "matmul:2,0,2", ["--of: the tensor 'matmul:2,0,2' has 0 as size 1"]),
        (GOOD, "strassen", ["--of strassen is neither a file that can be read nor one of matmul:2,2,3"]),
        ({"factors": [U, V]}, "matmul:2,2,2", ["factors[0] is 4×7, factors[1] is 4×7, which is no layout"]),
        (
            {"factors": [U, V, [row[:6] for row in W]]},
            "matmul:2,2,2",
            ["factors[2] is 4×6", "one term per column"],
        ),
        (
            {"factors": [U, V, [*W[:3], W[3][:6]]]},
            "matmul:2,2,2",
            ["factors[2][3] has shape 6 but factors[2][0] has 7"],
        ),
        ({"u": U, "v": V}, "matmul:2,2,2", ["its keys are u, v; it should hold factors, such as"]),
        ({**GOOD, "u": U, "v": V, "w": W}, "matmul:2,2,2", ["the keys factors and u, v, w; give the factors once"]),
        ({"factors": 7}, "matmul:2,2,2", ["factors is 7; it should hold factors"]),
        ({"factors": []}, "matmul:2,2,2", ["factors is []"]),
        (7, "matmul:2,2,2", ["the list is 7"]),
        ("", "matmul:2,2,2", ["it is empty"]),
        ({}, "matmul:2,2,2", ["its keys are none"]),
        ([1, 2], "matmul:2,2,2", ["the list[0] is a number, the list[1] is a number, which is no layout"]),
        (
            [{"u": [1], "v": [1]}],
            "matmul:2,2,2",
            ["the list[0] is {'u': [1], 'v': [1]}; a term is an object with the keys u, v and w"],
        ),
        ({"u": [[1.5, *U[0][1:]], *U[1:]], "v": V, "w": W}, "matmul:2,2,2", ["u[0][0] is the float 1.5"]),
        ({"u": [["x", *U[0][1:]], *U[1:]], "v": V, "w": W}, "matmul:2,2,2", ["u[0][0] is 'x'"]),
        ({"u": [[True, *U[0][1:]], *U[1:]], "v": V, "w": W}, "matmul:2,2,2", ["u[0][0] is True"]),
        ({**GOOD, "field": "GF(4)"}, "matmul:2,2,2", ["4 is not prime"]),
        ({**GOOD, "field": "GF(2)"}, "monomial:1,1", ["--of monomial:1,1: the entry 1/2 has a denominator divisible"]),
        ([[0, 1, 0], 1, 1], "unit:2", ["the list[0] is 3, the list[1] is a number"]),
        (GOOD, "monomial:1,1", ["is no layout of factors for monomial:1,1"]),
        (
            {"factors": [[["1/2"]], [[2]]], "field": "GF(2)"},
            "m.json",
            ["factors[0][0][0] is 1/2", "no element of GF(2)"],
        ),
    ],
)
def test_bad_input(
    run: Any, file: Any, content: Any, of: str, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file("m.json", {"matrix": [[1]]}).parent)
    refused(run("check-decomposition", file("f.json", content), "--of", of), *words)


def test_bad_conventions(run: Any, file: Any) -> None:
    path = file("f.json", GOOD)
    refused(
        run("check-decomposition", path, *OF, "--convention", "C first"), "--convention C first is unknown", "row-major"
    )
    refused(
        run("check-decomposition", path, "--of", "unit:4", "--convention", "row-major"),
        "conventions are those of matmul",
    )
    refused(run("check-decomposition", path), "--of")
    assert json.loads(path.read_text()) == GOOD


def test_over_a_limit(run: Any, file: Any) -> None:
    ran = run("check-decomposition", file("f.json", GOOD), "--of", "permanent:15")
    assert ran.code == 3 and ran.err.startswith("algebra-tnn: over a limit: the tensor 'permanent:15' has")


def test_strassen_and_four_more(run: Any, file: Any) -> None:
    ran = run("check-decomposition", file("f.json", {"factors": eleven_terms().factors}), "--of", "matmul:2,2,3", "-q")
    assert (ran.code, ran.out) == (0, "correct: 11 terms sum to matmul:2,2,3 over Q\n")
