"""Forgeries that are sealed again, and flipped bytes: a recheck finds every one of them."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn.atlas import judges, rechecking
from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.families import FAMILIES
from algebra_tnn.atlas.proved_claims import Disagreement, proved, require_law
from algebra_tnn.atlas.questions import answered, failed
from algebra_tnn.atlas.rechecking import recheck
from algebra_tnn.atlas.row_judgements import Problem, problem_of
from algebra_tnn.atlas.rows import COLUMNS, Row, sealed
from algebra_tnn.atlas.store import Atlas, AtlasError
from algebra_tnn.laws import Law
from algebra_tnn.laws.cuts import with_names
from algebra_tnn.varieties import Segre


def network(question: str, *widths: int, degrees: tuple[int, ...] = (2,), biases: bool = False) -> Case:
    return Case.of(question, "pnn", {"widths": widths, "degrees": degrees, "biases": biases})


def tensors(question: str, *shape: int, points: int) -> Case:
    sizes = {"shape": shape, "degrees": (1,) * len(shape), "points": points}
    return Case.of(question, "segre-veronese", sizes)


def cases(question: str, family: str, **ranges: Any) -> Iterator[Case]:
    return (Case.of(question, family, sizes) for sizes in FAMILIES[family].space(**ranges).sizes())


CASES = {
    "network": network("dimension", 2, 2, 1),
    "smaller": network("dimension", 2, 1, 1),
    "determined": network("identifiability", 2, 2, 2),
    "infinite": network("identifiability", 2, 3, 1),
    "linear": network("identifiability", 2, 2, degrees=()),
    "deep": network("identifiability", 2, 2, 2, 1, degrees=(2, 2)),
    "biased": network("identifiability", 1, 1, 1, degrees=(2,), biases=True),
    "secant": tensors("identifiability", 2, 2, 2, points=2),
    "point": tensors("identifiability", 2, 2, points=1),
    "rank": tensors("generic-rank", 2, 2, points=0),
    "circuit": next(cases("separation", "convac", inputs=(2,), dimension=(2,), channels=(1,))),
    "planted": next(cases("uniqueness", "planted", modes=(3,), shape=(2,), terms=(2,), seeds=(0,))),
    "several": next(cases("uniqueness", "planted", modes=(3,), shape=(2,), terms=(3,), seeds=(0,))),
    "flow": next(cases("conservation", "linear", layers=(2,), widths=(1, 2))),
}


@cache
def row_of(name: str) -> Row:
    if name == "probable":
        return answered(CASES["infinite"], "brief")
    if name == "failed":
        return failed(CASES["network"], "it took too long", 2)
    return answered(CASES[name])


@dataclass(frozen=True)
class Sealed:
    """A row as a file holds it, with a seal that fits."""

    case: str
    columns: dict[str, Any]
    digests: dict[str, str]
    texts: dict[str, str]  # by digest
    seal: str = ""

    @staticmethod
    def of(row: Row, texts: dict[str, str] | None = None, case: str | None = None, **columns: Any) -> Sealed:
        texts = dict(row.certificates) if texts is None else texts
        digests = {role: sha256(text.encode()).hexdigest() for role, text in texts.items()}
        written = {**row.columns(), **columns}
        text = row.case.text if case is None else case
        contents = {digests[role]: text for role, text in texts.items()}
        return Sealed(text, written, digests, contents, sealed(text, written, digests))

    @property
    def problem(self) -> Problem | None:
        return problem_of(self, lambda digest: read(self.texts[digest]))


read = cache(proved)


@pytest.mark.parametrize("name", [*CASES, "probable", "failed"])
def test_what_a_sweep_writes_is_accepted(name: str) -> None:
    assert Sealed.of(row_of(name)).problem is None


UNSAID = ("minimal_filling", "seconds", "megabytes", "day", "tries", "version", "reason")
OTHERS = {"TEXT": ("refuted", "proved", "undecided", "7", None), "INTEGER": (2, 0, 1, 40, None)}


def forgeries(name: str) -> Iterator[tuple[str, Any]]:
    """Other values for every column that says something."""
    row = row_of(name).columns()
    for column, (kind, _) in COLUMNS.items():
        if column not in UNSAID:
            yield from ((column, value) for value in OTHERS[kind] if value != row[column])


@pytest.mark.slow
@pytest.mark.parametrize("name", [*CASES, "probable", "failed"])
def test_forged_and_sealed_again(name: str) -> None:
    for column, value in forgeries(name):
        problem = Sealed.of(row_of(name), **{column: value}).problem
        assert problem is not None and problem.answer in ("rejected", "malformed"), (column, value)


def test_each_column_forged_once_and_sealed_again() -> None:
    for column, value in dict(forgeries("determined")).items():
        problem = Sealed.of(row_of("determined"), **{column: value}).problem
        assert problem is not None and problem.answer in ("rejected", "malformed"), (column, value)


@pytest.mark.parametrize(("column", "value"), [("tries", 3), ("day", "today"), ("seconds", -1.0), ("version", None)])
def test_costs_are_costs(column: str, value: Any) -> None:
    problem = Sealed.of(row_of("network"), **{column: value}).problem
    assert problem is not None and problem.answer == "malformed"


def test_a_false_bound_with_a_false_certificate_is_rejected() -> None:
    """The certificate is changed as well, and everything is sealed again: the checker finds it."""
    row = row_of("network")
    steps = json.loads(row.certificates["dimension"])
    for step in steps["steps"]:
        step["claim"] = {k: 4 if k in ("rank", "lower", "upper") else v for k, v in step["claim"].items()}
    forged = Sealed.of(row, {"dimension": json.dumps(steps)}, lower=4, upper=4, defect=-1)
    problem = forged.problem
    assert problem is not None and problem.answer in ("rejected", "malformed")
    assert "certificate dimension is" in problem.sentence


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("network", lambda row: {"dimension": row_of("infinite").certificates["dimension"]}),
        ("network", lambda row: {"lower": row.certificates["dimension"]}),
        ("network", lambda row: {"other": row.certificates["dimension"]}),
        ("network", lambda row: {"dimension": row_of("determined").certificates["global"]}),
        ("determined", lambda row: {**row.certificates, "global": row_of("secant").certificates["global"]}),
        ("determined", lambda row: {"dimension": row.certificates["dimension"]}),
        ("infinite", lambda row: {**row.certificates, "global": row_of("determined").certificates["global"]}),
        ("rank", lambda row: {"lower": row.certificates["upper"], "upper": row.certificates["upper"]}),
        ("rank", lambda row: {"upper": row.certificates["upper"]}),
        ("rank", lambda row: {"lower": row.certificates["lower"]}),
        ("failed", lambda row: dict(row_of("network").certificates)),
    ],
)
def test_certificates_about_something_else(name: str, texts: Callable[[Row], dict[str, str]]) -> None:
    """True ones, but of another model or in another place; the row itself is as it should be."""
    row = row_of(name)
    problem = Sealed.of(row, texts(row)).problem
    assert problem is not None and problem.answer == "rejected"


@pytest.mark.parametrize(
    "case",
    [
        "{",
        "[]",
        '{"question":"dimension","family":"none","field":"Q","sizes":{}}',
        '{"question":"generic-rank","family":"pnn","field":"Q","sizes":{}}',
        '{"question":"dimension","family":"pnn","field":"Q","sizes":{"biases":false,"degrees":[2],"widths":[2]}}',
        CASES["determined"].text,
        CASES["network"].text + " ",
        "[" * 100_000,
    ],
)
def test_another_case(case: str) -> None:
    assert Sealed.of(row_of("network"), case=case).problem is not None


def test_probable_values() -> None:
    row = row_of("probable")
    assert row.status == "probable" and row.values["probable"] == 3
    for forged, word in (
        ({"probable": 4}, "another random point"),
        ({"probable": 99}, "between the bounds"),
        ({"error_bound": str(Fraction(1, 2**200))}, "at best"),
        ({"error_bound": "1/0"}, "at best"),
    ):
        problem = Sealed.of(row, **forged).problem
        assert problem is not None and problem.answer == "rejected" and word in problem.sentence


def test_names_for_readers_change_nothing() -> None:
    """A certificate may be about the law with more names, at which it can be cut; not about another function."""
    law = Segre((2, 2, 2)).secant(2).law()
    named = with_names(law)
    raw = named.to_json()
    assert named.let and not law.let
    require_law("dimension", raw, law)
    others = [
        Law.from_json({**raw, "let": [[name, ["+", value, value]] for name, value in raw["let"]]}).to_json(),
        {**raw, "output": ["+", raw["output"], raw["output"]]},
        Segre((2, 2, 2)).secant(3).law().to_json(),
        {**raw, "inputs": {**raw["inputs"], "é": [2]}},
    ]
    for other in others:
        with pytest.raises(Disagreement, match="its certificate"):
            require_law("dimension", other, law)


def test_control_characters_are_shown_and_not_sent() -> None:
    problem = Sealed.of(row_of("network"), name="\x1b[2J").problem
    assert problem is not None and str(problem).isprintable()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "atlas.sqlite"
    with Atlas.created(target) as atlas:
        rows = [row_of(name) for name in ("determined", "point", "network", "smaller")]
        atlas.add([*rows, failed(network("dimension", 3, 3, 1), "it took too long", 2)])
        atlas.derive()
    return target


def test_recheck_of_a_file(path: Path) -> None:
    seen: list[tuple[int, int]] = []
    found = recheck(path, jobs=1, watch=lambda done, total: seen.append((done, total)))
    assert (found.answer, found.total, found.rows, found.accepted) == ("accepted", 5, 5, 5)
    assert found.certificates == 5 and seen == [(5, 5)]
    assert found.explanation.startswith("accepted: 5 rows, 5 certificates, trusts nothing")
    assert json.loads(json.dumps(found.to_dict()))["problems"] == []


def fields(path: Path) -> list[tuple[str, str, int]]:
    """Every stored field that is not NULL: table, column, and the number of the row."""
    connection = sqlite3.connect(path)
    found = []
    for table in ("atlas", "certificates", "evidence"):
        cursor = connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")
        names = [column[0] for column in cursor.description]
        for at, values in enumerate(cursor):
            found += [(table, name, at) for name, value in zip(names, values, strict=True) if value not in (None, "")]
    connection.close()
    return found


def flip(path: Path, table: str, column: str, at: int, place: float) -> None:
    """Changes one bit of the field; numbers are changed by one."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous = OFF")
    key = ", ".join(
        f'"{name}"' for _, name, *_, primary in connection.execute(f"PRAGMA table_info({table})") if primary
    )
    kind, value, *keys = connection.execute(
        f'SELECT typeof("{column}"), "{column}", {key} FROM {table} ORDER BY {key} LIMIT 1 OFFSET {at}'
    ).fetchone()
    if kind in ("integer", "real"):
        changed: Any = value + 1
    else:
        data = bytearray(value if kind == "blob" else value.encode())
        where = min(int(place * len(data)), len(data) - 1)
        data[where] ^= 1
        changed = bytes(data) if kind == "blob" else data.decode()
    where_key = " AND ".join(f"{name} = ?" for name in key.split(", "))
    connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE {where_key}', (changed, *keys))
    connection.commit()
    connection.close()


def assert_every_flip_is_found(path: Path, walked: list[tuple[str, str, int]]) -> None:
    whole = path.read_bytes()
    for table, column, at in walked:
        flip(path, table, column, at, 0.6)
        assert recheck(path, jobs=1).answer in ("malformed", "rejected"), (table, column, at)
        path.write_bytes(whole)
    assert recheck(path, jobs=1).answer == "accepted"


@pytest.mark.slow
def test_a_flipped_byte_in_every_stored_field(path: Path) -> None:
    walked = fields(path)
    assert {column for table, column, _ in walked if table == "atlas"} >= {"minimal_filling", "seal", "case", "status"}
    assert_every_flip_is_found(path, walked)


def test_a_flipped_byte_in_some_fields(path: Path) -> None:
    """In the last row of each table, and of the atlas in what is not a number or word that tests above have forged."""
    columns = ("key", "case", "seal", "minimal_filling", "seconds", "role", "digest", "content")
    last = {(table, column): at for table, column, at in fields(path) if column in columns}
    assert len(last) == 10
    assert_every_flip_is_found(path, [(table, column, at) for (table, column), at in last.items()])


def test_bytes_that_are_no_text(path: Path) -> None:
    whole = path.read_bytes()
    for table, column in (("atlas", "name"), ("atlas", "key"), ("evidence", "digest"), ("evidence", "key")):
        connection = sqlite3.connect(path)
        connection.execute(
            f"UPDATE {table} SET {column} = CAST(X'ff' AS TEXT) WHERE {column} = (SELECT max({column}) FROM {table})"
        )
        connection.commit()
        connection.close()
        found = recheck(path, jobs=1)
        assert found.answer == "malformed" and all(str(each).isprintable() for each in found.problems)
        path.write_bytes(whole)


def test_samples(path: Path) -> None:
    one = recheck(path, sample=1, jobs=1)
    assert (one.rows, one.total) == (1, 5) and "1 row of 5 (20 %)" in one.reason
    assert recheck(path, sample=Fraction(1, 100), jobs=1).rows == 1
    assert recheck(path, sample=Fraction(2, 3), jobs=1).rows == 4
    assert recheck(path, sample=10, jobs=1).rows == 5
    for sample, word in ((0, "sample"), (Fraction(3, 2), "share")):
        with pytest.raises(ValueError, match=word):
            recheck(path, sample=sample)
    with pytest.raises(ValueError, match="jobs is 0"):
        recheck(path, jobs=0)


def test_the_seed_chooses_the_sample(path: Path) -> None:
    flip(path, "atlas", "seal", 0, 0)
    answers = {seed: recheck(path, sample=1, seed=seed, jobs=1).answer for seed in range(12)}
    assert answers == {seed: recheck(path, sample=1, seed=seed, jobs=1).answer for seed in range(12)}
    assert set(answers.values()) == {"accepted", "malformed"}


def test_what_is_over_the_limit(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("algebra_tnn.checker.LIMIT_WORK", 10)
    found = recheck(path, jobs=1)
    assert found.answer == "over the limit" and found.accepted == 1 and "certificate dimension" in found.explanation


def test_no_atlas(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no atlas", encoding="utf-8")
    for path in (tmp_path / "text", tmp_path / "missing", tmp_path):
        with pytest.raises(AtlasError):
            recheck(path)


def test_many_problems_are_counted_and_few_are_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rechecking, "MOST_PROBLEMS", 1)
    monkeypatch.setattr(rechecking, "SHOWN", 0)
    for at in range(5):
        flip(path, "atlas", "name", at, 0)
    found = recheck(path, jobs=1)
    assert len(found.problems) == 1 and found.counts == {"malformed": 5} and found.accepted == 0
    assert found.explanation.endswith("and 5 more")


@pytest.mark.slow
def test_several_processes_say_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rechecking, "FEW", 0)
    monkeypatch.setattr(rechecking, "CHUNK", 1)
    flip(path, "atlas", "lower", 0, 0)
    one, two = (recheck(path, jobs=jobs) for jobs in (1, 2))
    assert replace(one, seconds=0.0) == replace(two, seconds=0.0)
    assert one.answer == "malformed"


@pytest.mark.slow
def test_a_process_that_dies_is_of_rows_over_the_limit(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rechecking, "FEW", 0)
    monkeypatch.setattr(judges, "_verdicts", ends_the_process)
    found = recheck(path, jobs=2)
    assert found.answer == "over the limit" and found.rows == 5 and found.accepted == 4
    assert "the process that judged it was ended" in found.explanation


def ends_the_process(keys: judges.Keys) -> judges.Verdicts:
    """Dies of one row, alone and with others."""
    if len(keys) > 1 or keys == max(judges._judges[0]._atlas.connection.execute("SELECT key FROM atlas")):
        os._exit(9)
    return judges.Verdicts(rows=1)
