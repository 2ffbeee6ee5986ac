"""The judgement of one stored row: its seal, its certificates, and whether it says what they prove."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal, Protocol, TypeAlias

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.consequences import CONSEQUENCES
from algebra_tnn.atlas.families import FAMILIES
from algebra_tnn.atlas.proved_claims import Declined, Disagreement, Proved
from algebra_tnn.atlas.rows import COLUMNS, COSTS, DERIVED, Value, sealed
from algebra_tnn.text.spelling import short

Answer: TypeAlias = Literal["rejected", "malformed", "over the limit"]

_GIVEN = (*COSTS, *DERIVED, "version", "rules")  # what no certificate is about; the derived are compared elsewhere
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class Stored(Protocol):
    """A row as the file has it; ``case`` is text."""

    @property
    def case(self) -> str: ...
    @property
    def columns(self) -> Mapping[str, Value]: ...
    @property
    def digests(self) -> Mapping[str, str]: ...
    @property
    def seal(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a row: it is damaged (malformed), says what is not proved (rejected), or is too large."""

    key: str
    name: str
    answer: Answer
    sentence: str

    def __str__(self) -> str:
        return f"{self.name}: {self.sentence}" if self.name else self.sentence


def problem_of(row: Stored, certified: Callable[[str], Proved]) -> Problem | None:
    """The first thing that is wrong with a row, None if nothing is.

    ``certified`` gives what the certificate with a digest proves. It raises ValueError if that is missing or damaged,
    Declined if the checker does not accept it.
    """
    try:
        _require_seal(row)
        _require_consequences(row, {role: _proved(role, digest, certified) for role, digest in row.digests.items()})
    except _Damage as damage:
        return _problem(row, "malformed", str(damage))
    except Disagreement as found:
        return _problem(row, "rejected", str(found))
    except Declined as declined:
        answer, reason = declined.args
        return _problem(row, answer, reason)
    except (MemoryError, RecursionError, OverflowError) as error:
        return _problem(row, "over the limit", f"the row is too large to be rebuilt ({type(error).__name__})")
    return None


class _Damage(Exception):
    """The row is none; the argument is a clause."""


def _problem(row: Stored, answer: Answer, sentence: str) -> Problem:
    """Of a row that may be anything, also control characters for a terminal."""
    key, name = (row.columns.get(column) for column in ("key", "name"))
    key, name = (printable(text if isinstance(text, str) else short(text)) for text in (key, name))
    return Problem(key, name, answer, printable(sentence))


def printable(text: str) -> str:
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def _proved(role: str, digest: str, certified: Callable[[str], Proved]) -> Proved:
    try:
        return certified(digest)
    except ValueError as error:  # AtlasError, or a digest that is no text
        raise _Damage(f"its certificate {role} cannot be read: {error}") from None
    except Declined as declined:
        answer, reason = declined.args
        raise Declined(answer, f"its certificate {role} is {answer}: {reason}") from None


def _require_seal(row: Stored) -> None:
    try:
        seal = sealed(row.case, row.columns, row.digests)
    except (TypeError, ValueError) as error:
        raise _Damage(f"it has a value of a kind that no row has ({error})") from None
    if seal != row.seal:
        raise _Damage("its seal is another than that of what it says: something was changed after it was written")


def _require_consequences(row: Stored, certified: Mapping[str, Proved]) -> None:
    case, columns = _case(row), row.columns
    _require_costs(columns)
    if columns["status"] == "failed":
        values = _failed(case, certified, columns)
    else:
        values = _answered(case, certified, columns)
    wanted: dict[str, Value] = {
        "key": sha256(f"{columns['rules']} {case.text}".encode()).hexdigest(),
        "question": case.question,
        "family": case.family,
        "field": case.field,
        **FAMILIES[case.family].columns(dict(case.sizes)),
        **values,
        **{name: columns[name] for name in _GIVEN},
    }
    for name in COLUMNS:
        if columns[name] != wanted.get(name):
            said, proved = (_shown(value) for value in (columns[name], wanted.get(name)))
            raise Disagreement(f"it says {name} = {said}, and what it rests on gives {proved}")


def _case(row: Stored) -> Case:
    try:
        case = Case.from_text(row.case)
        family = FAMILIES[case.family]
        known = case.question in family.questions and case.question in CONSEQUENCES
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise _Damage(f"its case cannot be read ({short(error)})") from None
    if not known:
        raise _Damage(f"this version does not know the question {short(case.question)} about {case.family}")
    if case.text != row.case:
        raise _Damage("its case is not written as cases are")
    return case


def _answered(case: Case, certified: Mapping[str, Proved], columns: Mapping[str, Value]) -> dict[str, Value]:
    try:
        values = CONSEQUENCES[case.question](case, certified, columns)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise Disagreement(f"its case is no model: {error}") from None
    reason = columns["reason"] if columns["tries"] != 1 else None
    return {"name": FAMILIES[case.family].named(dict(case.sizes)), **values, "reason": reason}


def _failed(case: Case, certified: Mapping[str, Proved], columns: Mapping[str, Value]) -> dict[str, Value]:
    """A row that failed says why, and no more; what failed may be the model itself."""
    if certified:
        raise Disagreement("it failed, and has a certificate")
    if not isinstance(columns["reason"], str) or not columns["reason"]:
        raise Disagreement("it failed, and does not say why")
    name = case.family
    if columns["name"] != name:
        try:
            name = FAMILIES[case.family].named(dict(case.sizes))
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            raise Disagreement(f"its case is no model: {error}") from None
    return {"name": name, "status": "failed", "reason": columns["reason"]}


def _require_costs(columns: Mapping[str, Any]) -> None:
    fit = (
        columns["tries"] in (1, 2)
        and all(isinstance(columns[name], (int, float)) and columns[name] >= 0 for name in ("seconds", "megabytes"))
        and all(isinstance(columns[name], str) for name in ("version", "rules", "day"))
        and _DAY.fullmatch(columns["day"])
    )
    if not fit:
        raise _Damage("its costs, version or day are none")


def _shown(value: Value) -> str:
    return "NULL" if value is None else short(value)
