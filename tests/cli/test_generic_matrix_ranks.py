"""``rank`` and ``k-rank`` of a file that holds a law."""

from __future__ import annotations

import json
from typing import Any

import pytest

from algebra_tnn import checker

LAW = {
    "inputs": {},
    "parameters": {"A": [3, 4]},
    "let": [],
    "output": ["einsum", "ij,ij->ij", "A", ["constant", [[1, 1, 1, 1], [1, 1, 1, 1], [0, 0, 0, 1]]]],
}
KEYS = "command status lower upper field shape formula parameters point columns trusts notes explanation certificates"


def test_answers(run: Any, file: Any) -> None:
    path = file("law.json", LAW)
    assert run("rank", path, "-q").out == "rank = 3 for generic parameters (proved)\n"
    found = run("k-rank", path, "--json")
    assert (found.code, found.err, " ".join(found.object)) == (0, "", KEYS)
    assert [found.object[key] for key in ("status", "lower", "upper", "field", "columns", "certificates")] == [
        "exact",
        2,
        2,
        "Q",
        [0, 1, 2],
        None,
    ]
    assert run("k-rank", path).out == found.object["explanation"] + "\n"
    assert run("k-rank", path, "--field", "C").out == run("k-rank", path).out


def test_certificates(run: Any, file: Any, tmp_path: Any) -> None:
    path, output = file("law.json", LAW), tmp_path / "c.json"
    lower, upper = tmp_path / "c.lower.json", tmp_path / "c.upper.json"
    found = run("k-rank", path, "-o", output, "-v")
    assert found.code == 0 and found.out.endswith(f"  certificates written to {lower} and {upper}\n")
    assert "step 0: KRankAtLeast by " in found.out and "step 0: DimensionAtMost by vector-fields" in found.out
    assert not output.exists()
    assert [checker.check(x.read_text()).answer for x in (lower, upper)] == ["accepted", "accepted"]
    assert run("k-rank", path, "-o", output, "--json").object["certificates"] == [str(lower), str(upper)]


def test_bounds_that_do_not_meet(run: Any, file: Any) -> None:
    law = {"inputs": {}, "parameters": {"A": [5, 9]}, "let": [], "output": "A"}
    found = run("k-rank", file("law.json", law), "--budget", "1", "--json")
    assert (found.code, found.object["status"], found.object["upper"]) == (3, "bounded", 5)
    assert found.object["notes"] == ["the budget of 1 column subsets is spent"]


def test_a_law_on_standard_input(process: Any) -> None:
    ran = process("k-rank", "-", "-q", input=json.dumps(LAW))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "k-rank = 2 for generic parameters (proved)\n", "")


@pytest.mark.parametrize("command", ["rank", "k-rank"])
@pytest.mark.parametrize(
    ("content", "options", "sentence"),
    [
        ({**LAW, "inputs": {"x": [2]}}, [], "the law has the inputs x"),
        ({**LAW, "output": ["einsum", "ij->i", "A"]}, [], "the law's output has the shape [3]"),
        ({**LAW, "output": ["tanh", "A"]}, [], "output begins with 'tanh', which is no operation"),
        ({"inputs": {}, "output": "A"}, [], "a law is an object with exactly the keys inputs, parameters, let, output"),
        ({**LAW, "output": ["apply", [0, "1/1048573"], "A"]}, [], "1/1048573, whose denominator 1048573 divides"),
        (LAW, ["--field", "GF(7)"], "the field is GF(7); ranks for generic parameters are proved in characteristic 0"),
        (LAW, ["--rationalize", "3"], "it holds a law, which has no floats to round; leave --rationalize away"),
        ({"matrix": [[1, "a"]]}, [], "matrix[0][1] is 'a'; entries are integers or rationals"),
        ({"matrix": [[1, "a"]]}, [], "a matrix with parameters as entries is the output of a law without inputs"),
    ],
)
def test_bad_input(run: Any, file: Any, command: str, content: Any, options: list[str], sentence: str) -> None:
    found = run(command, file("law.json", content), *options)
    assert (found.code, found.out) == (2, "") and sentence in found.err
    assert found.err.startswith("algebra-tnn: ") and found.err.count("\n") == 1


def test_other_commands_want_no_law(run: Any, file: Any) -> None:
    found = run("unique", file("law.json", LAW))
    assert found.code == 2 and "it holds a law, but this command wants" in found.err


def test_an_output_that_cannot_be_written(run: Any, file: Any, tmp_path: Any) -> None:
    (tmp_path / "c.upper.json").mkdir()
    found = run("k-rank", file("law.json", LAW), "-o", tmp_path / "c.json")
    assert (found.code, found.out) == (2, "") and "c.upper.json is a folder" in found.err
