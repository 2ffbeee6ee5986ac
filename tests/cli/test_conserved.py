"""``conserved``: keys, masks of rectified networks, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

LAW = {
    "inputs": {"x": [2]},
    "parameters": {"w": [2], "b": []},
    "let": [],
    "output": ["einsum", ",i,i->", "b", "w", "x"],
}


def test_linear(run: Any, file: Any, tmp_path: Any) -> None:
    found = run("conserved", "linear", "2,2,2", "--json", "-o", tmp_path / "c.json")
    assert (found.code, found.err) == (0, "")
    answer = found.object
    assert {key: answer[key] for key in ("command", "parameters", "laws", "polynomial_laws", "degree", "status")} == {
        "command": "conserved",
        "parameters": 8,
        "laws": 3,
        "polynomial_laws": 3,
        "degree": 2,
        "status": "proved",
    }
    assert answer["trusts"] == [] and answer["growth"] == [4, 5, 5] and len(answer["quantities"]) == 3
    assert run("check", tmp_path / "c.json").code == 0


@pytest.mark.parametrize(
    ("arguments", "laws", "name"),
    [
        (["relu", "1,1,1"], 1, "ReLU network 1,1,1, all patterns of active neurons"),
        (["relu", "1,2,1", "--mask", "all"], 2, "ReLU network 1,2,1, all patterns of active neurons"),
        (["relu", "2,2,1", "--mask", "one"], 3, "ReLU network 2,2,1, in one region: all neurons active"),
        (["relu", "1,2,1", "--mask", "10"], 3, "ReLU network 1,2,1, in one region: active are 10"),
        (["linear", "1,1,1", "--biases"], 1, "linear network 1,1,1 with biases"),
        (["pnn", "1,1,1", "--degree", "3"], 1, "pnn 1,1,1 with t³"),
        (["cp", "--shape", "2,1", "--terms", "1"], 1, "CP 2×1 with 1 terms"),
    ],
)
def test_families(run: Any, arguments: list[str], laws: int, name: str) -> None:
    answer = run("conserved", *arguments, "--json").object
    assert (answer["laws"], answer["name"]) == (laws, name)


def test_undecided(run: Any, file: Any) -> None:
    assert run("conserved", file("law.json", LAW), "-q").out == "1 independent conserved quantity (proved)\n"
    low = run("conserved", file("law.json", LAW), "--up-to", "1")
    assert low.code == 3 and low.out.startswith("0 to 1 independent conserved quantities (proved)\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["linear", "2,2,2", "--loss", "square"],
            "--loss is 'square'; what is conserved is so for every loss of the outputs, so leave it out",
        ),
        (["linear", "2,0,2"], "widths[1] is 0; widths are integers from 1"),
        (["relu", "2,0,1"], "widths[1] is 0; widths are integers from 1"),
        (["linear"], "linear has 0 arguments; it takes the widths, such as linear 2,2,2"),
        (["relu", "2,2,1", "3"], "relu has 2 arguments; it takes the widths, such as relu 2,3,1"),
        (["linear", "2,x"], "the widths are '2,x'; they are integers separated by commas"),
        (["linear", "2,2,2", "--degree", "2"], "pi-net, factorization-machine, not for linear; leave it out"),
        (["linear", "2,2,2", "--mask", "one"], "--mask is for relu, not for linear; leave it out"),
        (["relu", "2,2,1", "--mask", "some"], "--mask is 'some'; it is one, all, or a word of 0 and 1 for each hidden"),
        (
            ["relu", "2,2,1", "--mask", "101"],
            "--mask 101: the pattern is [[1, 0, 1]]; it has a 0 or a 1 for each hidden",
        ),
        (["linear", "2,2,2", "--up-to", "0"], "argument --up-to: '0' is not an integer from 1 on"),
        (["linear", "4,4,4", "--up-to", "3"], "lower the degree"),
    ],
)
def test_bad_input(run: Any, arguments: list[str], sentence: str) -> None:
    found = run("conserved", *arguments)
    assert found.code == 2 and found.out == "" and found.err.count("\n") == 1
    assert sentence in found.err
