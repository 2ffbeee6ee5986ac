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
        ("pnn 3,2,1 --degrees 2.5", "the degrees are '2.5'; they are integers separated by commas, such as 3,2,1"),
        ("pnn 3,2,1 --degree x", "argument --degree: invalid int value: 'x'"),
        ("pnn 3 --degree 2", "at least two widths"),
        ("pnn 3,0,1 --degree 2", "widths[1] is 0"),
        ("pnn 3,-2,1 --degree 2", "widths[1] is -2"),
        ("pnn 3,2,1 --degrees 2,3", "have 1 hidden layer"),
        ("pnn 3,2,2,1 --degrees 2", "have 2 hidden layers"),
        ("pnn 3,2,1 --degree 0", "a layer of degree 0 forgets its input"),
        ("pnn 3,2,1 --degree 99999", "degrees are at most 10000"),
        ("pnn 3,2,1 --activation sin(x)", "is a polynomial in one letter"),
        ("pnn 3,2,1 --activation 0.5x", "with the float 0.5"),
        ("pnn 3,2,1 --activation x*y", "with the variables x, y"),
        ("cnn 3,2,1", "'cnn' is no family, and a law is one file; the families are pnn"),
        ("missing.json", "cannot read missing.json: No such file or directory"),
        ("missing.json --degree 2", "--degree is for a family such as pnn; the law in missing.json says all itself"),
        ("missing.json --biases", "--biases is for a family such as pnn"),
        ("pnn 3,2,1 --degree 2 --budget 0", "'0' is not an integer from 1 on"),
        ("pnn 3,2,1 --degree 2 --prove all", "invalid choice: 'all'"),
    ],
)
def test_bad_arguments(run: Any, arguments: str, sentence: str) -> None:
    found = run("dimension", *arguments.split())
    assert (found.code, found.out) == (2, "") and sentence in found.err
    assert found.err.startswith("algebra-tnn: ") and found.err.count("\n") == 1


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
