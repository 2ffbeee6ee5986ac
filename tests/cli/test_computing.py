"""``unique``, ``rank`` and ``k-rank``: answers, their JSON, input formats, and certificates that outlive them."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import algebra_tnn
from algebra_tnn import checker

EYE = [[1, 0], [0, 1]]
JENNRICH = {"factors": [EYE, [[1, 1], [0, 1], [2, 0]], [[1, 1], [1, 2], [0, 3], [1, 1]]]}
TIGHT = {  # k-ranks 3, 3, 2 and R = 3: Σk = 8 = 2R + 2
    "factors": [
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        [[1, 1, 1], [1, 2, 3]],
    ]
}
W = {"tensor": [[[0, 1], [1, 0]], [[1, 0], [0, 0]]]}
KEYS = {
    "unique": {
        *("command", "status", "field", "extensions", "rule", "remark", "trusts", "attempts", "explanation"),
        *("shape", "terms", "zero_term", "second_decomposition", "certificate", "cross_check", "rounded"),
    },
    "rank": {
        *("command", "status", "lower", "upper", "field", "lower_rule", "lower_remark", "upper_rule", "upper_remark"),
        *("extensions", "trusts", "notes", "explanation", "shape", "terms", "certificate", "rounded"),
    },
}
KEYS["k-rank"] = (KEYS["rank"] - {"terms"}) | {"columns", "relation", "budget", "subsets"}


def random_factors(seed: int, shape: tuple[int, ...], terms: int) -> dict[str, Any]:
    rng = random.Random(seed)
    return {"factors": [[[rng.randint(-9, 9) for _ in range(terms)] for _ in range(size)] for size in shape]}


# ------------------------------------------------------------------------------------------------------ unique


def test_unique_proved(run: Any, file: Any) -> None:
    path = file("factors.json", TIGHT)
    ran = run("unique", path)
    assert (ran.code, ran.err) == (0, "")
    first, *rest = ran.out.splitlines()
    assert first == "unique (proved)"
    assert "R = 3, shape 3×3×2, over Q" in rest[0]
    assert any("trusts: " in line for line in rest)
    assert any("holds over: Q and every extension" in line for line in rest)
    found = run("unique", path, "--json", "--field", "R")
    assert found.code == 0 and set(found.object) == KEYS["unique"]
    assert found.object["status"] == "proved"
    assert found.object["field"] == "R"
    assert found.object["shape"] == [3, 3, 2]
    assert found.object["terms"] == 3
    assert found.object["certificate"] is None
    assert found.object["rounded"] is None
    assert run("unique", path, "-q").out == "unique (proved)\n"
    assert "step 2: EssentiallyUnique by kruskal" in run("unique", path, "-v").out


def test_the_field_of_the_file_and_of_the_option(run: Any, file: Any) -> None:
    path = file("factors.json", {**TIGHT, "field": "C"})
    assert run("unique", path, "--json").object["field"] == "C"
    assert run("unique", path, "--json", "--field", "GF(7)").object["field"] == "GF(7)"


def test_unique_refuted_shows_the_other_decomposition(run: Any, file: Any) -> None:
    path = file("factors.json", {"factors": [EYE, EYE]})
    ran = run("unique", path)
    assert ran.code == 1
    assert ran.out.startswith("not unique (refuted)\n")
    assert "factor 1:" in ran.out
    second = run("unique", path, "--json").object["second_decomposition"]
    assert second["root"] is None
    A, B = second["factors"]
    product = [[sum(a * b for a, b in zip(x, y, strict=True)) for y in B] for x in A]
    assert product == EYE and [A, B] != [EYE, EYE]


CUBIC = {  # of the seven rank-one matrices in a seven-dimensional space, three more are conjugate in a cubic field
    "factors": [
        [[1, 0, 0, 1, 1, 0, 1], [0, 1, 0, 1, -1, 1, 0], [0, 0, 1, 1, 0, -1, -1]],
        [[1, 0, 0, 0, 1, 1, 1], [0, 1, 0, 0, 1, 0, 1], [0, 0, 1, 0, 1, 0, -1], [0, 0, 0, 1, 1, -1, 1]],
        [[int(i == j) for j in range(7)] for i in range(7)],
    ]
}


def test_a_second_decomposition_over_an_extension(run: Any, file: Any) -> None:
    path = file("factors.json", CUBIC)
    ran = run("unique", path, "--field", "C", "-v")
    assert ran.code == 1
    assert "x a root of the polynomial with coefficients [" in ran.out
    root = run("unique", path, "--field", "C", "--json").object["second_decomposition"]["root"]
    assert len(root["polynomial"]) == 4
    over_q = run("unique", path, "--cross-check")
    assert over_q.code == 0
    assert "holds over: Q; nothing is said about its extensions" in over_q.out
    assert "numeric opinion, no evidence: disagrees" in over_q.out
    assert "unique over Q need not be unique over an extension" in over_q.out


def test_a_large_second_decomposition_is_printed_when_asked_for(run: Any, file: Any) -> None:
    eye = [[int(i == j) for j in range(8)] for i in range(8)]
    path = file("factors.json", {"factors": [eye, eye]})
    assert "-v shows it" in run("unique", path).out
    assert "factor 1:" in run("unique", path, "-v").out


def test_unique_undecided_says_what_fell_short(run: Any, file: Any, tmp_path: Path) -> None:
    path = file("factors.json", random_factors(5, (4, 4, 4), 7))
    target = tmp_path / "cert.json"
    ran = run("unique", path, "-o", target)
    assert ran.code == 3
    assert ran.out.startswith("undecided\n")
    assert "kruskal" in ran.out and "short by" in ran.out
    assert "no certificate was written" in ran.out
    assert not target.exists() and list(tmp_path.iterdir()) == [path]
    found = run("unique", path, "--json").object
    assert (found["status"], found["rule"]) == ("undecided", None)
    assert {"kruskal", "lovitz-petrov"} <= {attempt["rule"] for attempt in found["attempts"]}


def test_a_zero_term_is_named(run: Any, file: Any) -> None:
    path = file("factors.json", {"factors": [EYE, [[1, 0], [1, 0]], EYE]})
    ran = run("unique", path)
    assert ran.code == 3
    assert "term 1 is zero (column 1 of factors[1])" in ran.out
    assert "term 1" in run("unique", path, "--json").object["zero_term"]
    over_two = file("even.json", {"factors": [[[2, 0], [0, 1]], EYE, EYE]})
    assert run("unique", over_two).code == 0
    assert "term 0 is zero" in run("unique", over_two, "--field", "GF(2)").out


def test_ten_by_ten_by_ten_with_twelve_terms(run: Any, file: Any, tmp_path: Path) -> None:
    path = file("factors.json", random_factors(10, (10, 10, 10), 12))
    target = tmp_path / "cert.json"
    assert run("unique", path, "-o", target).code == 0
    assert run("check", target).code == 0
    certificate = json.loads(target.read_text())
    kruskal = certificate["steps"][-1]
    assert kruskal["rule"] == "kruskal"
    columns = list(zip(*kruskal["claim"]["factors"][0], strict=True))
    for row in kruskal["claim"]["factors"][0]:  # column 1 becomes column 0, so that this k-rank is 1 and Σk = 21 < 26
        row[1] = row[0]
    assert columns[0] != columns[1]
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(certificate))
    assert run("check", changed).code == 4


def test_one_changed_entry_breaks_kruskal(run: Any, file: Any, tmp_path: Path) -> None:
    """A 2×4 factor with columns (1, j): one entry makes two columns equal, and Σk = 4 + 4 + 2 falls below 2R + 2."""
    rng = random.Random(3)
    tall = [[[rng.randint(-9, 9) for _ in range(5)] for _ in range(5)] for _ in range(2)]
    flat = [[1, 1, 1, 1, 1], [0, 1, 2, 3, 4]]
    claim = algebra_tnn.EssentiallyUnique(algebra_tnn.CP.from_factors(*tall, flat))
    from algebra_tnn.provers import kruskal

    verdict = algebra_tnn.verify(claim, by=kruskal)
    assert verdict.certificate is not None and verdict.rule == "kruskal"
    text = verdict.certificate.to_json()
    good, bad = file("good.json", text), file("bad.json", text.replace("[0,1,2,3,4]", "[0,1,2,3,3]"))
    assert run("check", good).code == 0
    ran = run("check", good, bad)
    assert ran.code == 4
    alone = [sys.executable, "-I", "-S", str(checker.__file__)]
    assert subprocess.run([*alone, good], cwd=tmp_path, capture_output=True).returncode == 0
    rejected = subprocess.run([*alone, good, bad], cwd=tmp_path, capture_output=True, text=True)
    assert rejected.returncode == 4
    assert rejected.stdout == ran.out
    assert rejected.stderr == ""


def test_a_huge_integer(run: Any, file: Any) -> None:
    huge = "7" * 10_000
    path = file("huge.json", f'{{"matrix": [[{huge}, 0, {huge}], [0, 1, "{huge}/3"]]}}')
    ran = run("k-rank", path, "--json")
    assert ran.code == 0 and '"lower": 2,' in ran.out  # its relation has integers that json.loads would refuse here


# ----------------------------------------------------------------------------------------------- cross-checking


def test_cross_check_is_an_opinion(run: Any, file: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file("factors.json", JENNRICH)
    ran = run("unique", path, "--cross-check")
    assert ran.code == 0
    assert "numeric opinion, no evidence: agrees" in ran.out.splitlines()[-1]

    def disagreeing(_: Any) -> Any:
        print("chatter")
        return algebra_tnn.numeric.CrossCheck("disagrees", "a test", 1.0, "made up")

    monkeypatch.setattr("algebra_tnn.numeric.cross_check", disagreeing)
    found = run("unique", path, "--cross-check", "--json")
    assert (found.code, found.object["status"]) == (0, "proved")
    assert found.object["cross_check"] == {"outcome": "disagrees", "explanation": "made up"}

    def broken(_: Any) -> Any:
        raise RuntimeError("no floats today")

    monkeypatch.setattr("algebra_tnn.numeric.cross_check", broken)
    found = run("unique", path, "--cross-check", "--json")
    assert found.code == 0
    assert found.object["cross_check"]["outcome"] == "inconclusive"
    assert "no floats today" in found.object["cross_check"]["explanation"]
    finite = run("unique", path, "--cross-check", "--json", "--field", "GF(7)").object["cross_check"]
    assert finite["outcome"] == "inconclusive" and "GF(7)" in finite["explanation"]


# --------------------------------------------------------------------------------------------------------- rank


def test_rank_depends_on_the_field(run: Any, file: Any) -> None:
    path = file("tensor.json", {"tensor": [[[1, 0], [0, 1]], [[0, -1], [1, 0]]]})  # complex multiplication
    assert run("rank", path, "--field", "R").out.startswith("rank = 3 over R (proved)\n")
    ran = run("rank", path, "--field", "C", "--json")
    assert ran.code == 0 and set(ran.object) == KEYS["rank"]
    assert (ran.object["status"], ran.object["lower"], ran.object["upper"]) == ("exact", 2, 2)
    assert (ran.object["field"], ran.object["shape"], ran.object["terms"]) == ("C", [2, 2, 2], None)


def test_rank_bounds_that_do_not_meet(run: Any, file: Any, tmp_path: Path) -> None:
    path = file("factors.json", random_factors(5, (4, 4, 4), 7))
    target = tmp_path / "cert.json"
    ran = run("rank", path, "-o", target)
    assert ran.code == 3
    assert ran.out.startswith("6 ≤ rank ≤ 7 over Q (proved)\n")
    assert "not ≥ 7 by" in ran.out
    assert run("check", target).code == 0
    found = run("rank", path, "--json").object
    assert (found["status"], found["lower"], found["upper"], found["terms"]) == ("bounded", 6, 7, 7)
    assert found["notes"]


def test_rank_of_a_matrix_and_of_factors(run: Any, file: Any) -> None:
    assert run("rank", file("m.json", {"matrix": [[1, 2, 3], [2, 4, 6]]})).out.startswith("rank = 1 over Q")
    assert run("rank", file("m.csv", "1,2,3\n2,4,7\n")).out.startswith("rank = 2 over Q")
    assert "decomposition with 2 terms of shape 2×3×4" in run("rank", file("f.json", JENNRICH)).out
    assert run("rank", file("w.json", W), "--field", "GF(2)").out.startswith("rank = 3 over GF(2)")


def test_a_tensor_over_the_limit(run: Any, file: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "LIMIT_WORK", 10)
    ran = run("rank", file("w.json", W))
    assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert "work limit" in ran.err


# ------------------------------------------------------------------------------------------------------- k-rank


def test_k_rank(run: Any, file: Any, tmp_path: Path) -> None:
    path = file("matrix.json", {"matrix": [[1, 0, 1, 2], [0, 1, 1, 0]]})
    target = tmp_path / "cert.json"
    ran = run("k-rank", path, "-o", target)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("k-rank = 1 over Q (proved)\n")
    assert "columns 0, 3 are dependent" in ran.out
    assert "2·column 0 − 1·column 3 = 0" in ran.out
    assert run("check", target).code == 0
    found = run("k-rank", path, "--json").object
    assert set(found) == KEYS["k-rank"]
    assert (found["status"], found["columns"], found["relation"]) == ("exact", [0, 3], [2, -1])
    full = run("k-rank", file("eye.json", {"matrix": EYE}), "--json").object
    assert (full["lower"], full["columns"], full["relation"]) == (2, None, None)


def test_a_budget_that_ends(run: Any, file: Any) -> None:
    rng = random.Random(4)
    path = file("matrix.json", {"matrix": [[rng.randint(-9, 9) for _ in range(16)] for _ in range(8)]})
    ran = run("k-rank", path, "--budget", "200")
    assert ran.code == 3
    assert "≤ k-rank ≤" in ran.out.splitlines()[0]
    assert "the budget of 200 column subsets is spent" in ran.out
    found = run("k-rank", path, "--budget", "200", "--json").object
    assert found["status"] == "bounded" and found["lower"] < found["upper"] and found["budget"] == 200


def test_progress_is_reported_on_stderr(run: Any, file: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("algebra_tnn.cli.printing._SECONDS_BETWEEN_REPORTS", 0.0)
    path = file("matrix.json", {"matrix": [[1, 0, 1, 2], [0, 1, 1, 5]]})
    ran = run("k-rank", path, "-v", "--json")
    assert "column subsets; 0 ≤ k-rank ≤ 2" in ran.err
    assert ran.object["lower"] == 2
    assert run("k-rank", path).err == ""


# ---------------------------------------------------------------------------------------------- input and output


def test_formats_agree(run: Any, file: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [[1, 0, 1], [0, 1, 2]]
    np.save(tmp_path / "m.npy", np.array(rows, dtype=np.int32))
    np.savez(tmp_path / "m.npz", matrix=np.array(rows, dtype=np.uint8))
    paths = [
        file("m.json", {"matrix": rows}),
        file("bom.json", "\ufeff" + json.dumps({"matrix": rows})),
        file("m.csv", "\n1, 0,1\n\n0,1 ,2\n"),
        tmp_path / "m.npy",
        tmp_path / "m.npz",
    ]
    answers = {run("k-rank", path).out for path in paths}
    assert len(answers) == 1
    assert run("rank", tmp_path / "m.npy").out.startswith("rank = 2")


def test_factors_as_arrays(run: Any, file: Any, tmp_path: Path) -> None:
    A, B, C = (np.array(factor) for factor in JENNRICH["factors"])
    expected = run("unique", file("f.json", JENNRICH)).out
    np.savez(tmp_path / "named.npz", factor2=C, factor0=A, factor1=B)
    np.savez(tmp_path / "ordered.npz", A, B, C)
    assert run("unique", tmp_path / "named.npz").out == expected
    assert run("unique", tmp_path / "ordered.npz").out == expected


def test_rationals(run: Any, file: Any) -> None:
    found = run("k-rank", file("m.csv", "1/2,1\n1/3,2/3\n"), "--json").object
    assert (found["columns"], found["relation"]) == ([0, 1], [2, -1])


def test_rounded_numbers_are_said_first(run: Any, file: Any, tmp_path: Path) -> None:
    path = file("m.json", '{"matrix": [[0.5, 1], [0.333, "2/3"]]}')
    ran = run("k-rank", path, "--rationalize", "10")
    assert ran.out.splitlines()[0].startswith("floats were rounded to rationals with denominators up to 10")
    assert run("k-rank", path, "--rationalize", "10", "-q").out.startswith("floats were rounded")
    assert ran.out.splitlines()[1] == "k-rank = 1 over Q (proved)"
    assert run("k-rank", path, "--rationalize", "10", "--json").object["rounded"] == 10
    assert run("k-rank", path, "--rationalize", "1000").out.splitlines()[1] == "k-rank = 2 over Q (proved)"
    exact = file("exact.json", {"matrix": [["1/700"]]})
    assert run("k-rank", exact, "--rationalize", "10", "--json").object["rounded"] is None
    np.save(tmp_path / "floats.npy", np.array([[0.5, 0.25]]))
    assert run("k-rank", tmp_path / "floats.npy", "--rationalize", "4", "--json").object["relation"] == [1, -2]
    csv = run("k-rank", file("m.csv", "0.1,1e-1\n"), "--rationalize", "10", "--json").object
    assert Fraction(1, 10) and csv["relation"] == [1, -1]


def test_a_certificate_replaces_a_file_whole(run: Any, file: Any, tmp_path: Path) -> None:
    path = file("m.json", {"matrix": EYE})
    old = file("old.json", "old")
    old.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(old)
    ran = run("k-rank", path, "-o", link, "--json")
    assert link.is_symlink() and json.loads(old.read_text())["format"] == 1
    assert ran.object["certificate"] == str(link)
    assert old.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link.json", "m.json", "old.json"]
    assert run("k-rank", path, "-o", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()


def test_a_certificate_that_cannot_be_written_does_not_cost_the_answer(
    run: Any, file: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    path = file("m.json", {"matrix": EYE})
    monkeypatch.setattr("os.replace", full)
    ran = run("k-rank", path, "-o", tmp_path / "cert.json")
    assert ran.code == 2
    assert ran.out.startswith("k-rank = 2 over Q (proved)")
    assert "No space left on device" in ran.err and ran.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == [path]


# -------------------------------------------------------------------------------------------------------- check


def test_check(run: Any, file: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "cert.json"
    run("unique", file("factors.json", TIGHT), "-o", target)
    other = file("other.json", {"format": 2})
    ran = run("check", target, other)
    assert ran.code == 2
    assert ran.out.splitlines()[0].startswith(f"{target}: accepted: essentially-unique, over Q and every extension")
    assert ran.out.splitlines()[1].startswith(f"{other}: malformed: ")
    assert run("check", target, "-q").out == ""
    found = run("check", target, tmp_path / "missing.json", "--json")
    assert found.code == found.object["exit"] == 2
    assert set(found.object) == {"command", "results", "exit"}
    first, second = found.object["results"]
    assert first["answer"] == "accepted" and first["extensions"] is True and isinstance(first["trusts"], list)
    assert second["answer"] == "malformed" and "cannot be read" in second["reason"]
    assert run("check", tmp_path).code == 2
    monkeypatch.setattr(checker, "LIMIT_WORK", 10)
    assert run("check", target).code == 3


def test_a_rejected_certificate_is_loud(run: Any, file: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "check", lambda _: checker.Judgement("rejected", "made up"))
    for command, content in (("unique", TIGHT), ("rank", W), ("k-rank", {"matrix": EYE})):
        ran = run(command, file("input.json", content))
        assert (ran.code, ran.out, ran.err.count("\n")) == (4, "", 1)
        assert "made up" in ran.err


@pytest.mark.parametrize(
    "error", [MemoryError(), OverflowError("too large"), ValueError("Exceeds the limit (7 digits) for integers")]
)
def test_over_a_limit(run: Any, file: Any, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def limited(*_: Any, **__: Any) -> None:
        raise error

    monkeypatch.setattr("algebra_tnn.explore.kruskal_rank", limited)
    ran = run("k-rank", file("m.json", {"matrix": EYE}))
    assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert ran.err.startswith("algebra-tnn: over a limit: ")


def test_an_internal_error_leaves_a_report(run: Callable[..., Any], file: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise KeyError("broken\nin two lines")

    monkeypatch.setattr("algebra_tnn.explore.kruskal_rank", broken)
    ran = run("k-rank", file("m.json", {"matrix": EYE}))
    assert (ran.code, ran.out, ran.err.count("\n")) == (70, "", 1)
    assert "internal error (KeyError" in ran.err and "Traceback" not in ran.err
    report = Path(ran.err.strip().rpartition(" ")[2])
    text = report.read_text()
    report.unlink()
    assert "Traceback" in text and "m.json" in text and algebra_tnn.__version__ in text
