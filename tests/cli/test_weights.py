"""``equivalent``, and ``identifiable`` for a file with weights."""

from __future__ import annotations

import json
from typing import Any

import pytest

from algebra_tnn import checker

NETWORK: dict[str, Any] = {"widths": [3, 2, 2], "degrees": [2]}
UNIQUE: dict[str, Any] = {"network": NETWORK, "weights": {"W1": [[1, 0, 1], [0, 1, 2]], "W2": [[1, 2], [1, 3]]}}
TWIN = {"network": NETWORK, "weights": {"W1": [[1, 0, 1], [2, 0, 2]], "W2": [[1, 2], [1, 3]]}}
DEEP = {
    "network": {"widths": [2, 2, 2, 2], "degrees": [2, 2]},
    "weights": [[[1, 1], [3, -1]], [[1, 1], [2, -1]], [[1, 2], [3, 4]]],
}
KEYS = "command name formula status field extensions rule remark trusts attempts other_weights explanation certificate"


# ---------------------------------------------------------------------------------------------------- identifiable


def test_determined(run: Any, file: Any, tmp_path: Any) -> None:
    path = file("w.json", UNIQUE)
    found = run("identifiable", path, "-o", tmp_path / "c.json")
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("determined (proved)\n  pnn 3,2,2 with t², over Q\n  f_i = ")
    assert found.out.endswith(f"  trusts: no published theorem\n  certificate written to {tmp_path / 'c.json'}\n")
    text = (tmp_path / "c.json").read_text(encoding="utf-8")
    assert checker.check(text).reason == "essentially-unique, over Q and every extension, trusts nothing"
    assert run("identifiable", path, "-q").out == "determined (proved)\n"


def test_not_determined(run: Any, file: Any, tmp_path: Any) -> None:
    path = file("w.json", TWIN)
    found = run("identifiable", path, "-o", tmp_path / "c.json", "-v")
    assert (found.code, found.err) == (1, "")
    assert found.out.startswith("not determined (refuted)\n")
    assert "  other weights with the same function:\n    W1:\n      1  0  1\n      2  0  2\n    W2:\n" in found.out
    assert "  step 0: NotDetermined by other-weights\n" in found.out
    text = (tmp_path / "c.json").read_text(encoding="utf-8")
    assert checker.check(text).reason == "not-determined, over Q and every extension, trusts nothing"
    answer = run("identifiable", path, "--json").object
    assert " ".join(answer) == KEYS
    assert (answer["status"], answer["rule"], answer["certificate"]) == ("refuted", "other-weights", None)
    assert answer["other_weights"] == {"W1": [[1, 0, 1], [2, 0, 2]], "W2": [[0, "9/4"], [1, 3]]}


def test_undecided(run: Any, file: Any, tmp_path: Any) -> None:
    found = run("identifiable", file("w.json", DEEP), "-o", tmp_path / "c.json")
    assert found.code == 3 and found.out.startswith("undecided\n")
    assert "  not by essentially-unique: there are 2 hidden layers" in found.out
    assert found.out.endswith("  nothing is proved, so no certificate was written\n")
    answer = run("identifiable", file("w.json", DEEP), "--json").object
    assert (answer["status"], answer["rule"], answer["other_weights"]) == ("undecided", None, None)


def test_many_other_weights(run: Any, file: Any) -> None:
    weights = [[[1] * 45, [1] * 45], [[1, 1]]]
    path = file("w.json", {"network": {"widths": [45, 2, 1], "degrees": [2]}, "weights": weights})
    found = run("identifiable", path)
    assert found.code == 1 and "  other weights with the same function: 92 numbers; -v shows them\n" in found.out
    assert "    W2:\n" in run("identifiable", path, "-v").out


# ------------------------------------------------------------------------------------------------------ equivalent


def moved(weights: Any) -> dict[str, Any]:
    return {"network": NETWORK, "weights": weights}


def test_equivalent(run: Any, file: Any) -> None:
    one, two = file("1.json", UNIQUE), file("2.json", moved([[[0, 2, 4], [1, 0, 1]], [["1/2", 1], ["3/4", 1]]]))
    found = run("equivalent", one, two)
    assert (found.code, found.err) == (0, "")
    assert found.out == (
        "equivalent\n  pnn 3,2,2 with t², over Q\n  layer 1: neuron 0 is 1 there, neuron 1 is 0 there, times 2\n"
    )
    assert run("equivalent", one, two, "-q").out == "equivalent\n"
    assert run("equivalent", one, two, "--json").object == {
        "command": "equivalent",
        "name": "pnn 3,2,2 with t²",
        "status": "proved",
        "field": "Q",
        "same_function": True,
        "permutations": [[1, 0]],
        "scalings": [[1, 2]],
        "explanation": "equivalent; layer 1: neuron 0 is 1 there, neuron 1 is 0 there, times 2",
    }


@pytest.mark.parametrize(
    ("first", "second", "same", "text"),
    [
        (UNIQUE, TWIN, False, "they have different functions, too"),
        (TWIN, moved([[[1, 0, 1], [2, 0, 2]], [[9, 0], [1, 3]]]), True, "yet they have the same function"),
    ],
)
def test_not_equivalent(run: Any, file: Any, first: Any, second: Any, same: bool, text: str) -> None:
    one, two = file("1.json", first), file("2.json", second)
    found = run("equivalent", one, two)
    assert found.code == 1 and found.out.startswith("not equivalent\n") and found.out.endswith(f"  {text}\n")
    answer = run("equivalent", one, two, "--json").object
    assert (answer["status"], answer["same_function"]) == ("refuted", same)
    assert answer["permutations"] is None is answer["scalings"]


def test_functions_that_are_too_long_to_compare(run: Any, file: Any) -> None:
    network = {"widths": [30, 1, 1], "degrees": [40]}
    one, two = (file(f"{x}.json", {"network": network, "weights": [[[1] * 30], [[x]]]}) for x in (1, 2))
    found = run("equivalent", one, two, "--json")
    assert found.code == 1 and found.object["same_function"] is None
    assert "its polynomials are too long" in found.object["explanation"]


def test_without_hidden_layers(run: Any, file: Any) -> None:
    value = {"network": {"widths": [2, 1]}, "weights": [[[1, 2]]]}
    path = file("w.json", value)
    assert run("equivalent", path, path).out == (
        "equivalent\n  pnn 2,1, over Q\n  there are no hidden neurons, and the weights are equal\n"
    )
    found = run("identifiable", path)
    assert (found.code, found.out) == (2, "") and "has no hidden layer" in found.err


# ------------------------------------------------------------------------------------------------------- bad input


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "it is empty; it should hold a network with its weights"),
        ("[1]", "it holds [1]; a network with its weights"),
        ("{", "it is not JSON"),
        ('{"network": {"widths": [1, 1]}, "network": 1, "weights": []}', "the key 'network' occurs twice"),
        ({**UNIQUE, "weights": [[[1, 0, 1.5], [0, 1, 2]], [[1, 2], [1, 3]]]}, "weights[0][0][2] is the float 1.5"),
        (json.dumps(UNIQUE).replace("[0, 1, 2]", "[0, 1, 2.0]"), "weights.W1[1][2] is the float 2.0"),
        ({**UNIQUE, "network": {**NETWORK, "degrees": [2.5]}}, "network.degrees[0] is the float 2.5"),
        ({**UNIQUE, "weights": {"W1": UNIQUE["weights"]["W1"]}}, " W1; the names are W1, W2"),
        ({**UNIQUE, "weights": [[[1, 0], [0, 1]], [[1, 2], [1, 3]]]}, "W1 has the shape [2, 2]; it is [2, 3]"),
        ({**UNIQUE, "network": {**NETWORK, "widths": [3]}}, "widths"),
        ({**UNIQUE, "network": {**NETWORK, "width": [3]}}, "network has the key 'width'"),
        ({"weights": []}, "lacks the key 'network'"),
        ({**UNIQUE, "field": "Q"}, "has the key 'field'"),
        ('{"network": {"widths": [1, 1]}, "weights": ' + "[" * 99999 + "]" * 99999 + "}", "nested too deeply"),
    ],
)
def test_bad_files(run: Any, file: Any, content: Any, sentence: str) -> None:
    path, good = file("w.json", content), file("good.json", UNIQUE)
    for arguments in (["equivalent", path, good], ["equivalent", good, path], ["identifiable", path]):
        found = run(*arguments)
        assert (found.code, found.out) == (2, ""), found
        assert sentence in found.err and found.err.startswith("algebra-tnn: ") and found.err.count("\n") == 1


def test_files_that_do_not_fit(run: Any, file: Any, tmp_path: Any) -> None:
    good = file("good.json", UNIQUE)
    other = file("other.json", {"network": {"widths": [3, 2, 2], "degrees": [3]}, "weights": UNIQUE["weights"]})
    found = run("equivalent", good, other)
    assert found.code == 2 and "equivalent weights are weights of one network" in found.err
    assert "cannot read" in run("equivalent", good, tmp_path / "none.json").err
    assert run("equivalent", good).code == 2
