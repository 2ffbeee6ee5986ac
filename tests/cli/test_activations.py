"""ReLU networks, Taylor polynomials and networks around a circle on the command line."""

from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn import checker

KEYS = (
    "command name formula lower upper field parameters rescalings weights regions locally_determined status trusts "
    "explanation certificate"
)


def test_functional_dimension(run: Any, tmp_path: Any) -> None:
    path = tmp_path / "c.json"
    found = run("dimension", "relu", "2,1,1", "--biases", "--json", "-o", path)
    answer = found.object
    assert (found.code, found.err, " ".join(answer)) == (0, "", KEYS)
    assert (answer["lower"], answer["upper"], answer["parameters"], answer["rescalings"]) == (4, 4, 5, 1)
    assert answer["locally_determined"] and answer["certificate"] == str(path)
    assert checker.check(path.read_text(encoding="utf-8")).answer == "accepted"
    assert run("dimension", "relu", "2,1,1", "--biases", "-q").out == "largest functional dimension = 4 (proved)\n"


def test_undecided(run: Any) -> None:
    found = run("dimension", "relu", "1,3,1")
    assert found.code == 3 and found.out.startswith("2 ≤ largest functional dimension ≤ 3 (proved)\n")


def test_given_weights(run: Any, file: Any) -> None:
    path = file("weights.json", {"W1": [[1], ["1/2"]], "W2": [[3, 1]]})
    found = run("dimension", "relu", "1,2,1", "--weights", path)
    assert found.code == 0 and found.out.startswith("functional dimension at these weights = 1 (proved)\n")
    wrong = file("wrong.json", {"W1": [[1, 2]], "W2": [[3, 1]]})
    floats = file("floats.json", {"W1": [[1], [0.5]], "W2": [[3, 1]]})
    list_ = file("list.json", [[[1], [2]], [[3, 1]]])
    for place, words in ((wrong, "W1 has the shape [1, 2]"), (floats, "W1 is 0.5"), (list_, "the weights by name")):
        refused = run("dimension", "relu", "1,2,1", "--weights", place)
        assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1) and words in refused.err
    assert "--weights is for relu" in run("dimension", "pnn", "1,2", "--weights", path).err


def test_taylor_polynomials(run: Any) -> None:
    found = run("dimension", "tanh", "2,1,1")
    assert found.code == 0 and found.out.startswith("dimension = 5 (proved)\n  Taylor polynomial of degree 3 of")
    assert run("dimension", "exp", "1,1,1", "--taylor", "5", "-q").out == "dimension = 3 (proved)\n"


def test_gradient_flow_of_other_parameters_is_another_flow(run: Any) -> None:
    found = run("conserved", "tanh", "1,1,1")
    assert (found.code, found.out) == (2, "") and "values of neurons in the place of biases" in found.err


def test_around_a_circle(run: Any) -> None:
    assert run("dimension", "cyclic", "3", "1,1,1", "--degree", "2", "-q").out == "dimension = 5 (proved)\n"
    assert run("law", "cyclic", "2", "1,1", "-q").out == "f_ij = Σ_kl w1[[[0, 1], [1, 0]]_0k, j, l] x_kl\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["relu"], "relu has 0 arguments; it takes the widths, such as relu 2,3,1"),
        (["relu", "2,0,1"], "widths[1] is 0"),
        (["relu", "2,x"], "the widths are '2,x'"),
        (["relu", "2,2,1", "--degree", "2"], "--degree is for"),
        (["relu", "2,2,1", "--prove", "upper"], "--prove is not for relu"),
        (["relu", "2,2,1", "--budget", "1"], "--budget is not for relu"),
        (["tanh", "2,2,1", "--taylor", "0"], "--taylor is 0; the degree of Taylor polynomials is at least 1"),
        (["tanh", "2,2,1", "--taylor", "1000"], "order is 1000; Taylor polynomials are built from"),
        (["sigmoid"], "sigmoid has 0 arguments; it takes the widths, such as sigmoid 2,2,1"),
        (["exp", "1,0,1"], "widths[1] is 0"),
        (["pnn", "1,2", "--taylor", "3"], "--taylor is for tanh, sigmoid, exp, not for pnn"),
        (["cyclic", "3"], "cyclic has 1 arguments; it takes the order of the group and the channels"),
        (["cyclic", "3,3", "1,1"], "the order of the group is '3,3'; it is one integer"),
        (["cyclic", "0", "1,1"], "the order of the group is 0"),
        (["cyclic", "3", "1,0,1", "--degree", "2"], "channels[1] is 0"),
        (["cyclic", "3", "1,1,1"], "cyclic has no degree; give one of"),
        (["cyclic", "3", "1,1", "--biases"], "--biases is for"),
    ],
)
def test_bad_input(run: Any, arguments: list[str], words: str) -> None:
    found = run("dimension", *arguments)
    assert (found.code, found.out, found.err.count("\n")) == (2, "", 1)
    assert words in found.err


def test_weights_in_a_file_are_named_by_the_file(run: Any, file: Any) -> None:
    path = file("w.json", {"W1": [[1.5]], "W2": [[1]]})
    found = run("dimension", "relu", "1,1,1", "--weights", path)
    assert found.code == 2 and found.err.startswith(f"algebra-tnn: {path}: the weights' W1 is 1.5; entries are")


@pytest.mark.parametrize("family", ["relu", "tanh"])
def test_what_is_asked_instead_of_identifiability(run: Any, family: str) -> None:
    found = run("identifiable", family, "2,2,1")
    assert found.code == 2 and found.err.endswith(f"about weights near each other, dimension {family} 2,2,1 says\n")


def test_laws_of_taylor_polynomials(run: Any) -> None:
    assert run("law", "exp", "1,1", "--taylor", "1", "-q").out == "f_i = b1_i + (Σ_j W1_ij x_j)\n"
