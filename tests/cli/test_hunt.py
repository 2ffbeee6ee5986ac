"""``hunt``: what is listed, found, written and refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

HUNT = "border-rank-is-rank"  # of a tensor that is found at once: W


def test_hunts_are_listed(run: Any) -> None:
    listed = run("hunt", "--json").object["hunts"]
    names = [each["name"] for each in listed]
    assert HUNT in names and len(set(names)) == len(names) >= 20
    assert all(each["question"].endswith("?") and each["budget"] > 0 for each in listed)
    assert run("hunt", "-q").out.split() == names


def test_a_counterexample_with_its_certificates(run: Any, tmp_path: Path) -> None:
    ran = run("hunt", HUNT, "-o", tmp_path / "w")
    assert ran.code == 1 and "Is the rank of a tensor its border rank?" in ran.out
    assert "the conclusion is refuted" in ran.out and "the smallest of all" in ran.out
    files = sorted((tmp_path / "w").iterdir())
    assert [file.name for file in files] == ["0-conclusion-0.json", "0-conclusion-1.json"]
    assert run("check", *files).code == 0
    found = run("hunt", HUNT, "--json").object
    assert found["found"][0]["trusts"] == [] and found["certificates"] == [] and found["examined"] > 1


def test_none_found_is_undecided(run: Any) -> None:
    ran = run("hunt", HUNT, "--budget", "0.000001")
    assert ran.code == 3 and "none found in 0 cases" in ran.out and "the budget of 1e-06 s ended it" in ran.out


def test_nothing_is_overwritten(run: Any, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    for folder, sentence in (
        (tmp_path, "is a folder that is not empty"),
        (tmp_path / "notes.txt", "cannot be a folder"),
        (tmp_path / "no" / "such", "cannot be a folder"),
    ):
        ran = run("hunt", HUNT, "-o", folder)
        assert ran.code == 2 and sentence in ran.err and ran.err.count("\n") == 1
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [("--budget", "0", "out of range"), ("--most", "0", "not an integer from 1 on"), ("--seed", "x", "not an integer")],
)
def test_bad_options(run: Any, option: str, value: str, sentence: str) -> None:
    ran = run("hunt", HUNT, option, value)
    assert ran.code == 2 and sentence in ran.err
