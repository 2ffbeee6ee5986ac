"""``threshold``, ``filling`` and ``minimal-fillings``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn import checker
from algebra_tnn.cli import fillings as command
from algebra_tnn.cli.failures import OutOfTime


def test_a_threshold(run: Any) -> None:
    found = run("threshold", "pnn", "2,3,1")
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith(
        "the dimension is that of 6 free parameters from degree 5 on (proved for all degrees from 2 on)\n"
    )
    assert len(run("threshold", "pnn", "2,3,1", "-q").out.splitlines()) == 1
    answer = run("threshold", "pnn", "2,3,1", "--json").object
    assert (answer["command"], answer["free_from"], answer["expected_from"]) == ("threshold", 5, 2)


def test_a_threshold_with_biases(run: Any) -> None:
    answer = run("threshold", "pnn", "2,2,1", "--biases", "--json").object
    assert (answer["biases"], answer["free_from"]) == (True, 3)


def test_degrees_that_end_too_early(run: Any) -> None:
    found = run("threshold", "pnn", "2,3,1", "--to", "3", "--json")
    assert (found.code, found.object["status"]) == (3, "undecided")
    assert [x["degree"] for x in found.object["tested"]] == [2, 3]


def test_a_network_that_fills(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "cert.json"
    found = run("filling", "pnn", "2,3,3,2,1", "--degree", "2", "-v", "-o", path)
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("fills (proved): its dimension is 9, that of the whole space\n")
    assert f"certificate written to {path}" in found.out and "step 0: DimensionAtLeast by jacobian-minor" in found.out
    assert checker.check(path.read_text(encoding="utf-8")).answer == "accepted"


def test_a_network_that_does_not(run: Any) -> None:
    found = run("filling", "pnn", "2,3,3,1,1", "--degrees", "2,2,2", "--json")
    assert (found.code, found.object["command"], found.object["status"]) == (1, "filling", "refuted")
    assert (found.object["lower"], found.object["upper"], found.object["certificate"]) == (5, 8, None)


def test_minimal_networks(run: Any) -> None:
    found = run("minimal-fillings", "2", "1", "--degree", "2", "--max-layers", "3")
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("2 minimal filling networks (all proved, and there are no others)\n")
    answer = run("minimal-fillings", "2", "1", "--degree", "2", "--max-layers", "3", "--max-width", "1", "--json")
    assert (answer.object["command"], answer.object["networks"], answer.object["max_width"]) == (
        "minimal-fillings",
        [],
        1,
    )


def test_progress_on_request(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("algebra_tnn.cli.printing._SECONDS_BETWEEN_REPORTS", 0)
    found = run("minimal-fillings", "2", "1", "--degree", "2", "--max-layers", "2", "-v")
    assert "2 layers: 1 networks fill, 1 do not, 0 places to look at\n" in found.err
    assert run("minimal-fillings", "2", "1", "--degree", "2", "--max-layers", "2").err == ""
    assert "degree 3 of 2 to 3\n" in run("threshold", "pnn", "2,2,1", "-v").err


@pytest.mark.parametrize(
    ("stop", "code", "sentence"),
    [
        (OutOfTime, 3, "out of time (half way); allow more with --timeout, or ask for less"),
        (KeyboardInterrupt, 130, "interrupted (half way)"),
    ],
)
def test_a_search_that_is_stopped(
    run: Any, monkeypatch: pytest.MonkeyPatch, stop: type[KeyboardInterrupt], code: int, sentence: str
) -> None:
    def stopped(*arguments: Any, report: Any, **options: Any) -> None:
        report("half way")
        raise stop

    monkeypatch.setattr("algebra_tnn.explore.filling_search.minimal_fillings", stopped)
    found = run("minimal-fillings", "2", "1", "--degree", "2", "--max-layers", "2")
    assert (found.code, found.out, found.err) == (code, "", f"algebra-tnn: {sentence}\n")


def test_a_budget(process: Any) -> None:
    """What is found in time is an answer, and the rest is said to be open."""
    ran = process("minimal-fillings", 2, 3, "--degree", 2, "--max-layers", 8, "--budget", 1, "--json")
    answer = json.loads(ran.stdout)
    assert (ran.returncode, answer["status"]) == (3, "undecided")
    assert answer["borders"][-1]["unexplored"] == [[2, 1, 1, 1, 1, 1, 1, 1, 3]]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("threshold pnn", "the model is 'pnn'; it is a family and its widths, such as pnn 2,3,1"),
        ("threshold cnn 2,3,1", "the model is 'cnn 2,3,1'; it is a family and its widths, such as pnn 2,3,1"),
        ("threshold pnn 2,x", "the widths are '2,x'; they are integers separated by commas"),
        ("threshold pnn 2", "at least two widths"),
        ("threshold pnn 2,0,1", "widths[1] is 0"),
        ("threshold pnn 2,3,1 --to 1", "--to is 1; degrees from 2 on are tested, so give 2 or more"),
        ("threshold pnn 2,3,1 --to x", "'x' is not an integer from 1 on"),
        ("threshold pnn 2,3,1 --degree 2", "there is no option '--degree'; there are --biases,"),
        ("filling pnn 2,3,1", "give one of --degree, --degrees and --activation"),
        (
            "filling pnn 2,2,1 --activation x^2+x",
            "activations of several terms; filling is asked for powers, such as t²",
        ),
        ("filling missing.json", "cannot read missing.json"),
        ("minimal-fillings 2 --degree 2 --max-layers 3", "the following arguments are required: OUTPUTS"),
        ("minimal-fillings 2 1 --max-layers 3", "the following arguments are required: --degree"),
        ("minimal-fillings 2 1 --degree 2 --max-layers 1", "max_layers is 1; it is at least 2"),
        ("minimal-fillings 0 1 --degree 2 --max-layers 3", "'0' is not an integer from 1 on"),
        ("minimal-fillings 9 1 --degree 9 --max-layers 3", "24310 coefficients; spaces with up to 1000 are searched"),
        ("minimal-fillings 2 1 --degree 2 --max-layers 3 --budget 0.5", "'0.5' is not an integer from 1 on"),
    ],
)
def test_bad_arguments(run: Any, arguments: str, sentence: str) -> None:
    found = run(*arguments.split())
    assert (found.code, found.out) == (2, "") and sentence in found.err
    assert found.err.startswith("algebra-tnn: ") and found.err.count("\n") == 1


def test_a_law_has_no_space(run: Any, file: Any) -> None:
    law = {"inputs": {"x": [2]}, "parameters": {"W": [2, 2]}, "let": [], "output": ["einsum", "ij,j->i", "W", "x"]}
    found = run("filling", file("law.json", law))
    assert found.code == 2 and "is a law; filling is asked for networks, such as pnn 2,3,3,2,1 --degree 2" in found.err


def test_statuses_have_exit_codes() -> None:
    assert command.EXITS == {"proved": 0, "refuted": 1, "undecided": 3}
