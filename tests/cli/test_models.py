from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from algebra_tnn import checker
from algebra_tnn.models import PolynomialNetwork

KEYS = (
    "command name formula lower upper field probable error_bound expected ambient parameters defect status trusts "
    "notes explanation certificate"
)


@pytest.mark.parametrize(
    ("arguments", "dimension"),
    [
        (["pnn", "3,2,1", "--degree", "2"], 5),
        (["pnn", "2,3,3,1", "--degrees", "3,3"], 10),
        (["pnn", "2,2,1", "--degree", "2", "--biases"], 6),
        (["pnn", "3,4,2", "--activation", "x^3 + x"], 20),
        (["pnn", "3,2,3", "--degree", "1"], 8),
        (["pnn", "3,2", "--degree", "2"], 6),
    ],
)
def test_dimensions(run: Any, arguments: list[str], dimension: int) -> None:
    found = run("dimension", *arguments, "--json")
    assert (found.code, found.err) == (0, "")
    answer = found.object
    assert " ".join(answer) == KEYS
    assert (answer["lower"], answer["upper"], answer["probable"], answer["error_bound"]) == (*[dimension] * 3, 0)
    assert (answer["status"], answer["trusts"], answer["certificate"]) == ("proved", [], None)
    assert answer["defect"] == answer["expected"] - dimension
    plain = run("dimension", *arguments)
    assert plain.out == answer["explanation"] + "\n"
    assert run("dimension", *arguments, "-q").out == f"dimension = {dimension} (proved)\n"


def test_the_certificate(run: Any, tmp_path: Any) -> None:
    path = tmp_path / "c.json"
    found = run("dimension", "pnn", "3,4,2,1", "--degree", "2", "-o", path, "-v")
    assert found.code == 0 and found.out.endswith(f"  certificate written to {path}\n")
    assert run("dimension", "pnn", "3,4,2,1", "--degree", "2", "-o", path, "--json").object["certificate"] == str(path)
    ran = subprocess.run(
        [sys.executable, "-I", "-S", checker.__file__, path], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == (
        f"{path}: accepted: dimension-between, lower 11, upper 11, over Q and every extension, trusts nothing\n"
    )


@pytest.mark.parametrize("prove", ["lower", "upper", "none"])
def test_one_side(run: Any, tmp_path: Any, prove: str) -> None:
    path = tmp_path / "c.json"
    found = run("dimension", "pnn", "3,2,1", "--degree", "2", "--prove", prove, "--json", "-o", path)
    answer = found.object
    assert found.code == 3 and answer["status"] == "undecided" and answer["defect"] is None
    assert (answer["lower"], answer["upper"]) == {"lower": (5, 8), "upper": (0, 5), "none": (0, 8)}[prove]
    assert answer["probable"] == 5 and (answer["error_bound"] == 0) == (prove == "upper")
    assert path.exists() == (prove != "none") and answer["certificate"] == (str(path) if prove != "none" else None)


def test_a_budget(run: Any) -> None:
    found = run("dimension", "pnn", "3,2,1", "--degree", "2", "--prove", "none", "--budget", "1")
    assert found.code == 3 and found.out.startswith("dimension = 5 except with probability ≤ 2^-")


def test_an_output_that_cannot_be_written(run: Any, tmp_path: Any) -> None:
    found = run("dimension", "pnn", "3,2,1", "--degree", "2", "-o", tmp_path)
    assert found.code == 2 and found.out == "" and found.err.count("\n") == 1


def test_a_certificate_that_cannot_be_written(run: Any) -> None:
    found = run("dimension", "pnn", "3,2,1", "--degree", "2", "-q", "-o", "/dev/full")
    assert (found.code, found.out) == (2, "dimension = 5 (proved)\n") and found.err.count("\n") == 1
    assert "the certificate could not be written to /dev/full" in found.err


def test_the_law_of_a_family(run: Any, file: Any) -> None:
    found = run("law", "pnn", "3,2,1", "--degree", "2")
    *formula, text = found.out.splitlines()
    assert found.code == 0 and formula == ["f_i = Σ_j W2_ij h1_j", "z1_i = Σ_j W1_ij x_j", "h1_i = z1_i²"]
    law = PolynomialNetwork((3, 2, 1), 2).law()
    assert json.loads(text) == law.to_json()
    answer = run("law", "pnn", "3,2,1", "--degree", "2", "--json").object
    assert answer == {"command": "law", "formula": "\n".join(formula), "parameters": 8, "law": law.to_json()}
    path = file("law.json", text)
    assert run("law", path).out == found.out
    family, own = (run("dimension", *x, "--json").object for x in (("pnn", "3,2,1", "--degree", "2"), (path,)))
    assert own["name"] == "a law" and {**own, "name": family["name"], "explanation": family["explanation"]} == family


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("pnn", "pnn has 0 arguments; it takes the widths, such as pnn 3,2,1"),
        ("pnn 3,2 1 --degree 2", "pnn has 2 arguments; it takes the widths, such as pnn 3,2,1"),
        ("pnn 3,2,1", "pnn has no degree; give one of --degree, --degrees and --activation"),
        ("pnn 3,2,1 --degree 2 --degrees 2", "pnn has --degree and --degrees; give one of --degree, --degrees"),
        ("pnn 3,x,1 --degree 2", "the widths are '3,x,1'; they are integers separated by commas, such as 3,2,1"),
        ("pnn 3,2,1 --degrees 2.5", "--degrees are '2.5'; they are integers separated by commas, such as 3,2,1"),
        ("pnn 3,2,1 --degree x", "argument --degree: 'x' is not an integer"),
        ("pnn 3 --degree 2", "at least two widths"),
        ("pnn 3", "at least two widths"),
        ("pnn ,3,1 --degree 2", "the widths are ',3,1'"),
        ("pnn 3,2.5,1 --degree 2", "the widths are '3,2.5,1'"),
        ("pnn 1000000,1000000 --degree 2", "widths[0] and widths[1] are 1000000 and 1000000, so layer 1 has 10000000"),
        ("pnn 9999999,1", "widths[0] is 9999999; widths are integers from 1 to 1000000"),
        ("pnn 3,0,1 --degree 2", "widths[1] is 0"),
        ("pnn 3,-2,1 --degree 2", "widths[1] is -2"),
        ("pnn 3,2,1 --degrees 2,3", "degrees has 2 entries but the widths 3, 2, 1 have 1 hidden layer; give 1 entry"),
        ("pnn 3,2,2,1 --degrees 2", "have 2 hidden layers; give 2 entries, or one value for all of them"),
        ("pnn 3,2 --degrees 2", "degrees has 1 entry but the widths 3, 2 have 0 hidden layers; give none"),
        ("pnn 3,2,1 --degree 0", "degrees is 0; a layer of degree 0 forgets its input, so degrees are at least 1"),
        ("pnn 3,2,2,1 --degrees 2,0", "degrees[1] is 0"),
        ("pnn 3,2,1 --degree -1", "degrees is -1; degrees are at least 1"),
        ("pnn 3,2,1 --degree 2.5", "argument --degree: '2.5' is not an integer"),
        ("attention --d 2 --a 1.5 --tokens 2", "argument --a: '1.5' is not an integer"),
        ("cyclic 4 1,1,1", "cyclic has no degree; give one of --degree, --degrees and --activation"),
        ("cyclic x 1,1", "the order of the group is 'x'; it is one integer, such as in cyclic 4 1,2,1 --degree 2"),
        ("cyclic 0 1,1", "0"),
        ("pnn 3,2,2,2,1 --degree 1000", "the modulus 1048573 is not above it; no supported prime is, so lower the deg"),
        ("pnn 3,2,2,1 --degree 1025", "choose a prime above 1050625, or lower the degree"),
        ("pnn 3,2,1 --degree 99999", "degrees are at most 10000"),
        ("pnn 3,2,1 --activation sin(x)", "is a polynomial in one letter"),
        ("pnn 3,2,1 --activation 0.5x", "with the float 0.5"),
        ("pnn 3,2,1 --activation x*y", "with the variables x, y"),
        ("pnn 3,2,1 --activation 1/x", "is a polynomial in one letter"),
        ("pnn 3,2,1 --activation 1/0", "is a polynomial in one letter"),
        ("pnn 3,2,1 --activation x^-1", "is a polynomial in one letter"),
        ("pnn 3,2,1 --activation x^0.5", "with the float 0.5"),
        ("pnn 3,2,1 --activation exp", "is a polynomial in one letter"),
        ("pnn 3,2,1 --activation 7", "activations is the constant 7; a constant activation forgets its input"),
        ("pnn 3,2,1 --activation x^10001", "degrees are at most 10000"),
        ("pnn 3,2,1 --activation x --degree 1", "pnn has --degree and --activation; give one of"),
        ("pn 3,2,1", "a law is one file, and there is no family 'pn'; did you mean 'pnn'?"),
        ("segr", "a law is one file, and there is no family 'segr'; did you mean 'segre'?"),
        ("hmm --steps 4", "a law is one file, and there is no family 'hmm'; there are pnn,"),
        ("cmm 3,2,1", "there is no family 'cmm'; there are pnn, free-activations,"),
        ("missing.json", "cannot read missing.json: No such file or directory"),
        ("missing.json --degree 2", "--degree is for a family such as pnn; the file missing.json says all itself"),
        ("missing.json --biases", "--biases is for a family such as pnn"),
        ("pnn 3,2,1 --degree 2 --budget 0", "'0' is not an integer from 1 on"),
        ("pnn 3,2,1 --degree 2 --prove all", "invalid choice: 'all'"),
    ],
)
def test_bad_arguments(run: Any, arguments: str, sentence: str) -> None:
    found = run("dimension", *arguments.split())
    assert (found.code, found.out) == (2, "") and sentence in found.err
    assert found.err.startswith("algebra-tnn: ") and found.err.count("\n") == 1


def test_one_layer_has_no_degree(run: Any) -> None:
    assert run("dimension", "pnn", "3,2", "-q").out == "dimension = 6 (proved)\n"
    assert run("law", "pnn", "3,2", "-q").out == "f_i = Σ_j W1_ij x_j\n"


@pytest.mark.parametrize(
    ("arguments", "notes"),
    [
        (["3,2,1", "--degree", "2"], []),
        (
            ["3,2,4", "--degree", "1"],
            ["hidden layer 1 is linear: W1 and W2 count only by what they compose to, a linear map of rank at most 2"],
        ),
        (
            ["3,2,2,2", "--degrees", "2,1", "--biases"],
            ["hidden layer 2 is linear: W2 and W3 count only by what they compose to, an affine map of rank at most 2"],
        ),
    ],
)
def test_linear_layers_are_named(run: Any, arguments: list[str], notes: list[str]) -> None:
    found = run("dimension", "pnn", *arguments, "--json").object
    assert found["notes"] == notes and found["status"] == "proved"
    assert all(f"\n  {note}\n" in found["explanation"] for note in notes)


@pytest.mark.slow
def test_large_ambient_spaces(run: Any) -> None:
    """The certificate would be too large: a note says so, and the probable value is there without it."""
    arguments = ["dimension", "pnn", "3,3,1", "--degree", "160", "--biases"]
    both = run(*arguments, "--json")
    assert both.code == 3 and [both.object[key] for key in ("lower", "upper", "ambient")] == [13, 16, 708561]
    (note,) = both.object["notes"]
    assert note == "dimension ≤ 13 by vector-fields was computed, but its certificate is over the checker's work limit"
    alone = run(*arguments, "--prove", "none", "-q")
    assert (alone.code, alone.err) == (3, "") and alone.out.startswith("dimension = 13 except with probability ≤ 2^-")


LAW = {"inputs": {"x": [2]}, "parameters": {"W": [2, 2]}, "let": [], "output": ["einsum", "ij,j->i", "W", "x"]}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "it is empty; it should hold a law, which is an object with the keys inputs, parameters, let and output"),
        ("[1]", "it holds [1]; a law, which is an object with the keys"),
        ("{", "it is not JSON"),
        ('{"inputs": {}, "inputs": {}}', "the key 'inputs' occurs twice"),
        ({"a": 1}, "a law is an object with exactly the keys inputs, parameters, let, output; this one has a"),
        ({**LAW, "output": ["relu", "x"]}, "output begins with 'relu', which is no operation; the operations are"),
        ({**LAW, "output": ["apply", [0.5], "x"]}, "a rational number is a string"),
        ({**LAW, "output": "y"}, "output is 'y', which is no input"),
        ({**LAW, "output": ["apply", [0, "1/1048573"], "W"]}, "1/1048573, whose denominator 1048573 divides"),
    ],
)
def test_bad_laws(run: Any, file: Any, content: Any, sentence: str) -> None:
    path = file("law.json", content)
    found = run("dimension", path)
    assert (found.code, found.out) == (2, "") and sentence in found.err
    assert found.err.startswith("algebra-tnn: ") and found.err.count("\n") == 1


def test_a_law_on_standard_input(process: Any) -> None:
    ran = process("dimension", "-", "-q", input=json.dumps(LAW))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "dimension = 4 (proved)\n", "")
