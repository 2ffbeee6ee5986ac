"""What a file holds is told by its keys; where a command wants another kind, it says so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn.cli.file_kinds import KINDS

PAGE = Path(__file__).parents[2] / "docs" / "input-files.md"
ELSEWHERE = [["W1", "W2", "b1"]]  # weights of a network that the command line names: their keys depend on it


def test_the_page_lists_every_kind_by_its_keys() -> None:
    head = PAGE.read_text(encoding="utf-8").partition("\n## ")[0]
    cells = [re.findall(r"`([^`]+)`", line.split("|")[1]) for line in head.splitlines() if line.startswith("| [`")]
    assert sorted(map(sorted, cells)) == sorted([*(sorted(kind.keys) for kind in KINDS), *ELSEWHERE])


def test_no_two_kinds_are_told_by_the_same_keys() -> None:
    for kind in KINDS:
        assert [other for other in KINDS if other.is_of(kind.keys)] == [kind]
        assert all(not kind.is_of(kind.keys - {key}) for key in kind.keys)
        assert kind.is_of(kind.keys | kind.optional) and not kind.is_of({*kind.keys, "remark"})


@pytest.mark.parametrize(
    ("arguments", "content", "sentence"),
    [
        (["rank"], {"nodes": {}, "modes": {}}, "it holds a tensor network, but this command wants {"),
        (["unique"], {"format": 1, "steps": []}, "it holds a certificate, but this command wants {"),
        (["k-rank"], {"network": {}, "weights": []}, "it holds a network with its weights, but"),
        (["identifiable"], {"factors": [[[1]], [[1]]]}, "it holds factors, but this command wants a network with"),
        (["moments", "--order", "3"], {"vertices": {}, "edges": []}, "it holds a tensor network as a graph, but"),
        (["rank"], {"factors": [[[1]], [[1]]], "order": 1}, "it holds a curve, but this command wants {"),
        (
            ["rank"],
            {"tensor": [[1]], "remark": ""},
            "the key 'remark' is unknown; the keys are factors, tensor, matrix",
        ),
    ],
)
def test_another_kind_is_named(run: Any, file: Any, arguments: list[str], content: Any, sentence: str) -> None:
    command, *options = arguments
    ran = run(command, file("it.json", content), *options)
    assert ran.code == 2 and sentence in ran.err and len(ran.err.splitlines()) == 1
