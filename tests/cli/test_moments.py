"""``moments``: for a file with weights, and for general ones."""

from __future__ import annotations

import json
from typing import Any

import pytest

from algebra_tnn import checker

CUBIC: dict[str, Any] = {
    "network": {"widths": [2, 2, 1], "activations": [["x^3 + x", "x^3 - 5*x^2"]]},
    "weights": {"W1": [[1, 2], [1, -1]], "W2": [[3, -2]]},
}
KEYS = (
    "command name order status field shape tensor scales rows neurons idle parallel rule trusts attempts explanation "
    "certificate"
)
GENERIC_KEYS = "command name order status field formula neurons finite rule trusts explanation certificate"


def test_given_weights(run: Any, file: Any, tmp_path: Any) -> None:
    path = file("n.json", CUBIC)
    found = run("moments", path, "--order", 3, "-o", tmp_path / "c.json")
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith(
        "unique, so that the rows are determined (proved)\n  E[f S_3] of pnn 2,2,1 with (t³ + t, "
    )
    assert "\n  term of neuron 0: λ = 18, a = (1, 2)\n  term of neuron 1: λ = -12, a = (1, -1)\n" in found.out
    assert "\n  tensor: [[[6, 48], [48, 60]], [[48, 60], [60, 156]]]\n" in found.out
    text = (tmp_path / "c.json").read_text(encoding="utf-8")
    assert checker.check(text).reason == "essentially-unique, over Q and every extension, trusts nothing"
    answer = run("moments", path, "--order", 3, "--json").object
    assert " ".join(answer) == KEYS
    assert (answer["scales"], answer["rows"], answer["idle"]) == ([[18], [-12]], [[1, 2], [1, -1]], {})


def test_the_mean_from_its_definition(run: Any, file: Any) -> None:
    value = {"network": {"widths": [1, 1, 1], "degrees": [3]}, "weights": [[[2]], [[5]]]}
    found = run("moments", file("n.json", value), "--order", 3, "--mean")
    assert (
        found.code == 0 and "\n  the tensor is the mean: proved over Q and every extension of it by cofact" in found.out
    )
    answer = run("moments", file("n.json", value), "--order", 3, "--mean", "--json").object
    assert answer["mean"]["status"] == "proved" and " ".join(answer) == KEYS.replace("explanation", "explanation mean")


def test_a_moment_that_is_zero(run: Any, file: Any, tmp_path: Any) -> None:
    found = run("moments", file("n.json", CUBIC), "--order", 4, "-o", tmp_path / "c.json")
    assert found.code == 3 and found.out.startswith("the moment is zero; it determines no row (undecided)\n")
    assert (
        "\n  no term of neuron 0: t³ + t has a degree below 4, so that its derivative of order 4 is zero\n" in found.out
    )
    assert found.out.endswith("  nothing is proved, so no certificate was written\n")


def test_not_unique(run: Any, file: Any) -> None:
    twin = {**CUBIC, "weights": {"W1": [[1, 2], [2, 4]], "W2": [[3, -2]]}}
    found = run("moments", file("n.json", twin), "--order", 3)
    assert found.code == 1 and found.out.startswith("not unique (refuted)\n")
    assert "\n  the rows of neurons 0 and 1 are parallel: only the sum of their terms is seen\n" in found.out
    assert run("moments", file("n.json", twin), "--order", 3, "-q").out == "not unique (refuted)\n"


def test_several_outputs_and_large_tensors(run: Any, file: Any) -> None:
    value = {"network": {"widths": [4, 1, 2], "degrees": [3]}, "weights": [[[1, 2, 3, 4]], [[1], ["1/2"]]]}
    path = file("n.json", value)
    found = run("moments", path, "--order", 3)
    assert found.code == 0 and "\n  term of neuron 0: λ = (6, 3), a = (1, 2, 3, 4)\n" in found.out
    assert "\n  tensor: 2×4×4×4 entries; -v shows them\n" in found.out
    assert "\n  tensor: [[[[6, 12, 18, 24]," in run("moments", path, "--order", 3, "-v").out
    assert run("moments", path, "--order", 3, "--json").object["shape"] == [2, 4, 4, 4]


def test_general_weights(run: Any) -> None:
    found = run("moments", "pnn", "3,3,1", "--degree", 3, "--order", 3)
    assert found.code == 0 and found.out.startswith("unique, so that the rows are determined (proved)\n")
    assert "\n  f_ijk = Σ_l scales_0l W1_li W1_lj W1_lk\n" in found.out
    answer = run("moments", "pnn", "2,2,1", "--activation", "x^2", "--order", 3, "--json").object
    assert " ".join(answer) == GENERIC_KEYS
    assert (answer["status"], answer["neurons"], answer["finite"]) == ("undecided", [], None)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--order", 0], "order is 0; E[f S_0] is the mean of f, with no row of W1 in it: take orders from 1 on"),
        (["--order", 30], "30 modes of size 2 has 1,073,741,824 entries, and up to 20,000, and orders up to 19"),
        ([], "the following arguments are required: --order"),
        (["--order", 3, "--density", "uniform"], "boundary term (mean of f at x_i = 1 − mean of f at x_i = 0)"),
        (["--order", 3, "--degree", 2], "--degree is for a family such as pnn; the file"),
        (["more", "--order", 3], "a network with weights is one file, and there is no family"),
    ],
)
def test_bad_arguments(run: Any, file: Any, arguments: list[Any], sentence: str) -> None:
    found = run("moments", file("n.json", CUBIC), *arguments)
    assert (found.code, found.out) == (2, ""), found
    assert sentence in found.err and found.err.startswith("algebra-tnn: ") and found.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["pnn", "3,0,1", "--degree", 3], "widths"),
        (["pnn", "3,2,2,1", "--degree", 3], "has 2 hidden layers; E[f S_m] is a sum of powers of the rows of W1"),
        (["segre", "3,3,3", "--secant", 2], "segre is no network with polynomial activations and a first layer"),
        (["relu", "3,3,1"], "relu is no network with polynomial activations"),
        (["pnn", "3,2,1", "--degree", 2, "--secant", 2], "--secant is for"),
        (["pnn", "3,2,1", "--degree", 3, "--mean"], "--mean is for a file with weights"),
    ],
)
def test_bad_models(run: Any, arguments: list[Any], sentence: str) -> None:
    found = run("moments", *arguments, "--order", 3)
    assert (found.code, found.out) == (2, ""), found
    assert sentence in found.err and found.err.count("\n") == 1


def test_bad_files(run: Any, file: Any) -> None:
    for content in ("[1]", json.dumps(CUBIC).replace("3, -2", "3, -2.5")):
        found = run("moments", file("n.json", content), "--order", 3)
        assert (found.code, found.out) == (2, "") and found.err.count("\n") == 1
