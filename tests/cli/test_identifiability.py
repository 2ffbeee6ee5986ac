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
    ],
)
def test_generic_weights(run: Any, arguments: list[str], finite: str, globally: str, decompositions: Any) -> None:
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
        (["pnn", "3,2,2", "--degree", "2", "--field", "R"], "--field is for a file with weights; generic weights are"),
        (["net", "3,2,2"], "'net' is no family, and a network with weights is one file; the families are pnn"),
        (["missing.json"], "cannot read missing.json"),
        (["missing.json", "--degree", "2"], "--degree is for a family such as pnn; the network in missing.json says"),
        (["missing.json", "--biases"], "--biases is for a family such as pnn; the network in missing.json says"),
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
