"""Whatever is wrong with the input, it is one sentence on stderr, exit code 2, and nothing on stdout."""

from __future__ import annotations

import builtins
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

EYE = [[1, 0], [0, 1]]
GOOD = {"factors": [EYE, EYE, EYE]}
MATRIX = {"matrix": [[1, 0, 1], [0, 1, 1]]}


def refused(ran: Any, *words: str) -> None:
    assert ran.code == 2
    assert ran.out == ""
    assert "Traceback" not in ran.err
    assert ran.err.startswith("algebra-tnn: ") and ran.err.count("\n") == 1
    for word in words:
        assert word in ran.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", ["it is empty", '"factors"']),
        ("  \n", ["it is empty"]),
        ("factors", ["not JSON", "line 1, column 1"]),
        ('{"factors": [[[1, 0]', ["not JSON"]),
        ("[" * 100_000, ["nested too deeply"]),
        ([EYE, EYE], ["an object such as"]),
        ({}, ["none of the keys factors, tensor, matrix"]),
        ({"factors": [EYE, EYE], "matrix": EYE}, ["factors and matrix"]),
        ({"factors": [EYE, EYE], "colour": 1}, ["'colour' is unknown"]),
        ('{"factors": [], "factors": []}', ["'factors' occurs twice"]),
        (MATRIX, ["it holds a matrix", '"factors"']),
        ({"factors": 7}, ["factors is 7"]),
        ({"factors": [EYE, 7]}, ["factors[1] is 7"]),
        ({"factors": [EYE, {"rows": EYE}]}, ["factors[1] is {"]),
        ({"factors": [EYE, [1, 0]]}, ["factors[1][0] is 1"]),
        ({"factors": [EYE, [[1, None], [0, 1]]]}, ["factors[1][0][1] is None"]),
        ({"factors": [EYE, [[1, True], [0, 1]]]}, ["factors[1][0][1] is True"]),
        ({"factors": [EYE, [[1, 0.5], [0, 1]]]}, ["factors[1][0][1] is the float 0.5", '"3/7"', "--rationalize"]),
        ('{"factors": [[[1.0]], [[1]]]}', ["factors[0][0][0] is the float 1.0"]),
        ('{"factors": [[[1e3]], [[1]]]}', ["is the float 1e3"]),
        ('{"factors": [[[NaN]], [[1]]]}', ["factors[0][0][0] is NaN", "no number"]),
        ('{"factors": [[[-Infinity]], [[1]]]}', ["-Infinity"]),
        ({"factors": [[["3/0"]], [[1]]]}, ["factors[0][0][0] is '3/0'", "not 0"]),
        ({"factors": [[["x"]], [[1]]]}, ["factors[0][0][0] is 'x'"]),
        ({"factors": [EYE, [[1, 0], [0]]]}, ["factors[1][1] has 1 entries but factors[1][0] has 2"]),
        ({"factors": [EYE, [[1, 0, 1]]]}, ["factors[1] has 3 columns but factors[0] has 2"]),
        ({"factors": [[[], []], [[], []]]}, ["factors[0] has no columns"]),
        ({"factors": [EYE, []]}, ["factors[1] has no rows"]),
        ({"factors": [EYE]}, ["there is 1 factor;"]),
        ({"factors": []}, ["there are 0 factors;"]),
        ({**GOOD, "field": "GF(9)"}, ["GF(9)", "9 is not prime"]),
        ({**GOOD, "field": 7}, ["the field is 7"]),
        ('{"factors": [[[%s]], [[1]]]}' % ("7" * 100_001), ["100001 digits", "100000"]),
        ('{"factors": [[["%s"]], [[1]]]}' % ("7" * 100_001), ["100001 characters"]),
        (b"\xff\xfe\x00", ["UTF-8"]),
    ],
)
def test_contents_of_factors(run: Any, file: Any, content: Any, words: list[str]) -> None:
    refused(run("unique", file("factors.json", content)), "factors.json" if "GF" not in words[0] else "", *words)


@pytest.mark.parametrize(
    ("command", "content", "words"),
    [
        ("k-rank", GOOD, ["it holds factors", '"matrix"']),
        ("k-rank", {"matrix": []}, ["matrix has no rows"]),
        ("k-rank", {"matrix": [[], []]}, ["matrix has no columns"]),
        ("k-rank", {"matrix": [[1, 0], [1]]}, ["matrix[1] has 1 entries"]),
        ("rank", {"tensor": 7}, ["tensor is int"]),
        ("rank", {"tensor": [1, 2]}, ["at least two"]),
        ("rank", {"tensor": [[[1, 0], [0]], [[1, 0], [0, 1]]]}, ["ragged"]),
        ("rank", {"tensor": [[[], []]]}, ["mode of size 0"]),
        ("rank", {"tensor": [[0.25, 1], [1, 1]]}, ["tensor[0][0] is the float 0.25"]),
        ("rank", {"factors": [EYE]}, ["there is 1 factor"]),
    ],
)
def test_contents_of_tensors_and_matrices(run: Any, file: Any, command: str, content: Any, words: list[str]) -> None:
    refused(run(command, file("input.json", content)), *words)


def test_denominators_that_vanish_in_the_field(run: Any, file: Any) -> None:
    path = file("half.json", {"factors": [EYE, [[1, "1/2"], [0, 1]]], "field": "GF(2)"})
    refused(run("unique", path), "factors[1][0][1] is 1/2", "divisible by 2", "GF(2)")
    assert run("unique", path, "--field", "GF(3)").code == 1
    refused(run("k-rank", file("m.json", {"matrix": [["1/3"]]}), "--field", "GF(3)"), "matrix[0][0] is 1/3")
    refused(run("rank", file("t.json", {"tensor": [[1, "1/3"]]}), "--field", "GF(3)"), "1/3", "GF(3)")


@pytest.mark.parametrize("field", ["GF(9)", "GF(1)", "Z", "", "GF(10000000000000)", "GF(x)"])
def test_unknown_field(run: Any, file: Any, field: str) -> None:
    refused(run("unique", file("factors.json", GOOD), "--field", field), "the field is")


def test_places_that_cannot_be_read(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: Any) -> None:
    refused(run("unique", tmp_path / "missing.json"), "missing.json", "No such file")
    refused(run("unique", tmp_path / "missing.npy"), "missing.npy", "No such file")
    refused(run("unique", tmp_path), "Is a directory")
    refused(run("unique", "a\0b"), "null byte")
    path = file("secret.json", GOOD)
    path.chmod(0)
    if os.geteuid() == 0:  # root may read it all the same
        opened = builtins.open

        def denied(name: Any, *rest: Any, **more: Any) -> Any:
            if str(name) == str(path):
                raise PermissionError(13, "Permission denied", str(name))
            return opened(name, *rest, **more)

        monkeypatch.setattr(builtins, "open", denied)
    refused(run("unique", path), "secret.json", "Permission denied")


def test_arrays(run: Any, tmp_path: Path, file: Any) -> None:
    def saved(name: str, array: Any) -> Path:
        np.save(tmp_path / name, array, allow_pickle=True)
        return tmp_path / name

    refused(run("k-rank", saved("floats.npy", np.eye(2))), "is the float 1.0", "--rationalize")
    refused(run("k-rank", saved("objects.npy", np.array([[1, "1/2"]], dtype=object))), "never unpickled")
    refused(run("k-rank", saved("booleans.npy", np.eye(2, dtype=bool))), "bool")
    refused(run("k-rank", saved("line.npy", np.arange(3))), "matrix[0] is 0")
    refused(run("rank", saved("point.npy", np.array(3))), "tensor is int")
    refused(run("unique", saved("one.npy", np.eye(2, dtype=int))), "one array", "factor0, factor1")
    refused(run("k-rank", file("empty.npy", b"")), "empty.npy")
    refused(run("k-rank", file("text.npy", "1,2")), "text.npy")
    refused(run("k-rank", file("text.npz", "PK\x03\x04")), "text.npz")
    np.savez(tmp_path / "gap.npz", factor0=np.eye(2, dtype=int), factor2=np.eye(2, dtype=int))
    refused(run("unique", tmp_path / "gap.npz"), "factor0, factor2", "without a gap")
    np.savez(tmp_path / "pickled.npz", factor0=np.array([[None]]), factor1=np.array([[1]]))
    refused(run("unique", tmp_path / "pickled.npz"), "never unpickled")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1,0\n0\n", ["matrix[1] has 1 entries"]),
        ("1,0.5\n", ["matrix[0][1] is the float 0.5"]),
        ("1,nan\n", ["matrix[0][1] is nan"]),
        ("1,\n", ["matrix[0][1] is ''"]),
        ("a,b\n1,2\n", ["matrix[0][0] is 'a'"]),
        ("1;2\n", ["matrix[0][0] is '1;2'"]),
        ("1,2/0\n", ["'2/0'"]),
        ("\n", ["it is empty"]),
    ],
)
def test_csv(run: Any, file: Any, text: str, words: list[str]) -> None:
    refused(run("k-rank", file("matrix.csv", text)), *words)


def test_output_is_checked_before_the_work(
    run: Any, file: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file("factors.json", GOOD)

    def work(*_: Any) -> None:
        raise AssertionError("the work started")

    monkeypatch.setattr("algebra_tnn.verification.verify", work)
    refused(run("unique", path, "-o", tmp_path / "no" / "cert.json"), "does not exist")
    refused(run("unique", path, "-o", tmp_path), "is a folder")
    refused(run("unique", path, "-o", path), "is the input file")
    refused(run("unique", path, "-o", path / "cert.json"), "-o")
    refused(run("unique", path, "-o", "/proc/cert.json"), "not writable")
    refused(run("unique", tmp_path / "missing.json", "-o", file("old.json", "old")), "cannot read", "missing.json")
    refused(run("k-rank", path, "-o", tmp_path / "no" / "cert.json"), "does not exist")
    refused(run("rank", path, "-o", tmp_path / "no" / "cert.json"), "does not exist")


def test_arguments(run: Any, file: Any) -> None:
    path = file("matrix.json", MATRIX)
    refused(run("k-rank", path, "--budget", "0"), "--budget", "'0' is not an integer from 1 on")
    refused(run("k-rank", path, "--rationalize", "x"), "--rationalize", "'x'")
    refused(run("k-rank", path, "-q", "-v"), "not allowed with")
    refused(run("k-rank", path, "--bud", "7"), "--bud")
    refused(run("k-rank"), "FILE")
    refused(run("uniq", path), "'uniq'", "'unique'")
    refused(run(), "COMMAND")
    refused(run("check"), "FILE")


def test_floats_that_are_no_numbers_are_not_rounded(run: Any, file: Any) -> None:
    path = file("nan.json", '{"matrix": [[NaN, 0.5]]}')
    refused(run("k-rank", path, "--rationalize", "10"), "matrix[0][0] is NaN")
    refused(run("k-rank", file("inf.json", '{"matrix": [[1e999]]}'), "--rationalize", "10"), "1e999")


def test_a_name_with_a_line_break_is_still_one_line(run: Any, tmp_path: Path) -> None:
    refused(run("unique", tmp_path / "two\nlines.json"), "two lines.json")
