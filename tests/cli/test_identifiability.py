"""``identifiable``, for generic weights of a family; its files with weights are tested with ``equivalent``."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from algebra_tnn import checker

KEYS = (
    "command name finite global decompositions rule field parameters rescalings trusts attempts remarks explanation "
    "dimension certificate"
)
CODES = {"proved": 0, "refuted": 1, "undecided": 3}


@pytest.mark.parametrize(
    ("arguments", "finite", "globally", "decompositions"),
    [
        (["pnn", "3,4,3", "--degree", "3"], "proved", "proved", 1),
        (["pnn", "4,7,7", "--degree", "2"], "proved", "refuted", 8),
        (["pnn", "3,5,5", "--degree", "2"], "refuted", "refuted", None),
        (["pnn", "2,2,1", "--degree", "2", "--biases"], "refuted", "refuted", None),
        (["pnn", "2,3,3,1", "--degrees", "3,3"], "refuted", "refuted", None),
        (["pnn", "4,3,2,2", "--degree", "2"], "proved", "undecided", None),
        (["pnn", "3,4,3", "--activation", "x^3 + x"], "proved", "undecided", None),
        (["pnn", "3,2"], "proved", "proved", 1),
        (["segre", "3,3,4", "--secant", "4"], "proved", "proved", 1),
        (["veronese", "3", "--degree", "6", "--secant", "9"], "proved", "undecided", None),
        (["segre-veronese", "4,3", "--degrees", "2,1", "--secant", "5"], "refuted", "refuted", None),
        (["segre", "3,3,5", "--secant", "5"], "proved", "refuted", 6),
        (["btd", "--shape", "3,3,2", "--blocks", "1,2"], "proved", "proved", 1),
    ],
)
def test_families(run: Any, arguments: list[str], finite: str, globally: str, decompositions: Any) -> None:
    found = run("identifiable", *arguments, "--json")
    assert (found.code, found.err) == (CODES[globally], "")
    answer = found.object
    assert " ".join(answer) == KEYS
    assert (answer["finite"], answer["global"], answer["decompositions"]) == (finite, globally, decompositions)
    plain = run("identifiable", *arguments)
    assert (plain.code, plain.out) == (CODES[globally], answer["explanation"] + "\n")
    first, second = run("identifiable", *arguments, "-q").out.splitlines()
    assert first.startswith(f"finite: {finite}") and second.startswith(f"global: {globally}")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["3,4,3", "--degree", "3"], "number-of-decompositions, count 1"),
        (["4,7,7", "--degree", "2"], "number-of-decompositions, count 8"),
        (["4,3,2,2", "--degree", "2"], "dimension-between, lower 17, upper 17"),
    ],
)
def test_the_certificate(run: Any, tmp_path: Any, arguments: list[str], reason: str) -> None:
    path = tmp_path / "c.json"
    found = run("identifiable", "pnn", *arguments, "-o", path, "-v")
    assert found.out.endswith(f"  certificate written to {path}\n")
    assert run("identifiable", "pnn", *arguments, "-o", path, "--json").object["certificate"] == str(path)
    ran = subprocess.run(
        [sys.executable, "-I", "-S", checker.__file__, path], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith(f"{path}: accepted: {reason}, over Q and every extension")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["pnn", "3,4,3"], "pnn has no degree; give one of --degree, --degrees and --activation"),
        (["pnn", "3", "--degree", "2"], "widths is (3,); a network has at least two widths, of its inputs and of its"),
        (["pnn", "3,0,3", "--degree", "2"], "widths[1] is 0; widths are integers from 1 to"),
        (["pnn", "3,2,2", "--degree", "0"], "degree"),
        (
            ["pnn", "3,2,2", "--degree", "2", "--field", "R"],
            "--field is for a file with weights; a family is over the algebraic closure",
        ),
        (["segre", "4,4,4", "--secant", "0"], "the number of points r is 0; it is at least 1"),
        (["veronese", "3", "--secant", "2"], "veronese has no --degree"),
        (
            ["tucker", "--shape", "3,3,3", "--ranks", "2,2,2"],
            "what determines the nodes of tucker is not known; ask about",
        ),
        (["missing.json", "--secant", "2"], "--secant is for a family such as pnn; the file missing.json says"),
        (["net", "3,2,2"], "a network with weights is one file, and there is no family 'net'; did you mean 'pi-net'?"),
        (["missing.json"], "cannot read missing.json"),
        (["missing.json", "--degree", "2"], "--degree is for a family such as pnn; the file missing.json says"),
        (["missing.json", "--biases"], "--biases is for a family such as pnn; the file missing.json says"),
    ],
)
def test_bad_input(run: Any, arguments: list[str], sentence: str) -> None:
    found = run("identifiable", *arguments)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("algebra-tnn: ") and sentence in found.err and found.err.count("\n") == 1


def test_a_law(run: Any, file: Any) -> None:
    path = file("law.json", run("law", "pnn", "3,2,1", "--degree", "2", "--json").object["law"])
    found = run("identifiable", path)
    assert (found.code, found.out) == (2, "")
    assert found.err == (
        f"algebra-tnn: {path} is a law, and what its neurons are is not known; give a network with its weights, or a "
        "family such as pnn 3,4,3\n"
    )


def test_given_weights(run: Any, file: Any) -> None:
    weights = {"W1": [[1, 0, 1], [0, 1, 2]], "W2": [[1, 2], [1, 3]]}
    path = file("weights.json", {"network": {"widths": [3, 2, 2], "degrees": [2]}, "weights": weights})
    found = run("identifiable", path, "--json")
    assert (found.code, found.err, found.object["command"]) == (0, "", "identifiable")


FIRST, LAST = [[1, 0], [0, 1], [0, 0], [2, 0]], [[0, 1], [0, 0], [1, 0], [0, "1/2"]]
GRID = [(s, t) for s in range(3) for t in range(3)]
PARATUCK = {
    **{"A": [[1, 0], [1, 1]], "F": [[1, 2], [3, 5]], "B": [[1, 1], [0, 1]]},
    **{"G": [[1, s] for s, _ in GRID], "H": [[1, t] for _, t in GRID]},
}


def blocks(*vectors: list[int]) -> Any:
    sides = [(FIRST, LAST), (LAST, FIRST)]
    return {"blocks": [{"A": A, "B": B, "c": c} for (A, B), c in zip(sides, vectors, strict=True)]}


@pytest.mark.parametrize(
    ("nodes", "status"),
    [
        (blocks([1, 2], [1, 3]), "proved"),
        (blocks([1, 2], [2, 4]), "refuted"),
        (PARATUCK, "proved"),
        ({**PARATUCK, "F": [[1, 2], [3, 6]]}, "undecided"),
    ],
    ids=["blocks", "parallel", "ParaTuck-2", "minor"],
)
def test_given_nodes(run: Any, file: Any, nodes: Any, status: str) -> None:
    path = file("nodes.json", nodes)
    found = run("identifiable", path, "--json")
    assert (found.code, found.err, found.object["status"]) == (CODES[status], "", status)
    assert " ".join(found.object) == "command name status field hypotheses other_blocks explanation"
    plain = run("identifiable", path).out
    assert plain.startswith(found.object["explanation"])
    if status == "refuted":
        others = file("others.json", {"blocks": found.object["other_blocks"]})
        assert run("identifiable", others, "--json").object["other_blocks"] != found.object["other_blocks"]
        assert "    A0:\n" in plain and "1/2" in plain


@pytest.mark.parametrize(
    ("nodes", "options", "sentence"),
    [
        (
            {"blocks": [{"A": FIRST, "B": LAST}]},
            [],
            'blocks is a list of objects {"A": [[...]], "B": [[...]], "c": [...]}',
        ),
        ({"blocks": []}, [], "there are no blocks; a block term decomposition has at least one"),
        (blocks([1, 0.5], [1, 3]), [], 'blocks[0].c[1] is the float 0.5; write integers or rationals such as "3/7"'),
        ({**PARATUCK, "H": [[1, 1]]}, [], "H has the shape (1, 2); to meet the other nodes"),
        ({**PARATUCK, "F": [1, 2]}, [], "F has 1 axes; it is a matrix"),
        (blocks([1, 2], [1, 3]), ["--field", "GF(2)"], "denominator divisible by 2"),
        (PARATUCK, ["--field", "GF(4)"], "GF(4)"),
        (PARATUCK, ["-o", "c.json"], "-o is for answers with one certificate"),
    ],
)
def test_bad_nodes(run: Any, file: Any, nodes: Any, options: list[str], sentence: str) -> None:
    found = run("identifiable", file("nodes.json", nodes), *options)
    assert (found.code, found.out) == (2, ""), found
    assert found.err.startswith("algebra-tnn: ") and sentence in found.err and found.err.count("\n") == 1
