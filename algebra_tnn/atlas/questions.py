"""The questions of sweeps: each makes the row of a case, with certificates that the checker has accepted.

``answered`` is what a worker runs: a pure function of the case, defined at the top level of a module, small to ship.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

from algebra_tnn import __version__
from algebra_tnn.atlas.answers import WITH_FIELD, Effort, conservation, separation, uniqueness
from algebra_tnn.atlas.cases import Case, rule_set
from algebra_tnn.atlas.families import FAMILIES
from algebra_tnn.atlas.rows import Row, Status, Value
from algebra_tnn.certificates import Certificate
from algebra_tnn.explore import Dimension, dimension, generic_rank, identifiable

__all__ = [
    "QUESTIONS",
    "WITH_FIELD",
    "Effort",
    "Question",
    "answered",
    "failed",
    "filling",
    "forget_memory",
    "largest_memory",
    "model",
    "of_row",
    "planned_work",
    "provenance",
]

Question: TypeAlias = Callable[[Case, Effort], Row]

TRIALS = 1.0  # seconds for trials that lower the error of a probable value


def answered(case: Case, effort: Effort = "full") -> Row:
    """The row of a case, with its CPU time and memory.

    With ``effort`` "brief" less is asked: where the first attempt ended in vain, lower bounds alone are proved.

    Raises: ValueError, TypeError for a case that is none, and whatever goes wrong in the computation.
    """
    forget_memory()
    start = time.process_time()
    row = QUESTIONS[case.question](case, effort)
    sizes, family = dict(case.sizes), FAMILIES[case.family]
    return replace(
        row,
        name=family.named(sizes),
        values={**family.columns(sizes), **row.values},
        seconds=round(time.process_time() - start, 4),
        megabytes=largest_memory(),
        **provenance(),
    )


def provenance() -> dict[str, Any]:
    """With what a row is made, and when."""
    return {"version": __version__, "rules": rule_set(), "day": datetime.now(UTC).date().isoformat()}


def failed(case: Case, reason: str, tries: int) -> Row:
    """The row of a case without an answer."""
    sizes = dict(case.sizes)
    family = FAMILIES[case.family]
    with contextlib.suppress(Exception):  # what failed may be the model itself
        return Row(
            case,
            family.named(sizes),
            "failed",
            {**family.columns(sizes), "reason": reason},
            tries=tries,
            **provenance(),
        )
    return Row(case, case.family, "failed", {**family.columns(sizes), "reason": reason}, tries=tries, **provenance())


def _dimension(case: Case, effort: Effort) -> Row:
    found = dimension(model(case), prove="both" if effort == "full" else "lower", seconds=TRIALS)
    return Row(case, found.name, _status(found), _bounds(case, found), _certificates(found))


def _identifiability(case: Case, effort: Effort) -> Row:
    if effort == "brief":
        return _dimension(case, effort)
    found = identifiable(model(case), seconds=TRIALS, localize=False)
    values = {**_bounds(case, found.dimension), "finite": found.finite, "global": found.globally}
    values |= {"decompositions": found.decompositions, "trusts": ",".join(found.trusts)}
    certificates = _certificates(found.dimension)
    if found.verdict is not None and found.verdict.certificate is not None:
        certificates["global"] = found.verdict.certificate.to_json()
        values["rule"] = found.rule
    decided = found.finite != "undecided" and found.globally != "undecided"
    status: Status = "proved" if decided else "undecided" if found.dimension.meet else _status(found.dimension)
    return Row(case, found.dimension.name, status, values, certificates)


def _generic_rank(case: Case, effort: Effort) -> Row:
    found = generic_rank(model(case))
    certificates = {
        role: certificate.to_json()
        for role, certificate in zip(("lower", "upper"), found.sides, strict=True)
        if certificate is not None
    }
    values: dict[str, Value] = {
        "lower": found.lower,
        "upper": found.upper,
        "expected": found.expected,
        "ambient": found.variety.ambient,
        "trusts": ",".join(found.trusts),
    }
    return Row(case, found.variety.name, "proved" if found.meet else "undecided", values, certificates)


QUESTIONS: dict[str, Question] = {
    "dimension": _dimension,
    "identifiability": _identifiability,
    "generic-rank": _generic_rank,
    "separation": separation,
    "uniqueness": uniqueness,
    "conservation": conservation,
}


def model(case: Case) -> Any:
    return FAMILIES[case.family].model(dict(case.sizes))


def _status(found: Dimension) -> Status:
    if found.meet:
        return "proved"
    return "probable" if found.error_bound < 1 else "undecided"


def _bounds(case: Case, found: Dimension) -> dict[str, Value]:
    rule = None if found.certificate is None else _last_rule(found.certificate)
    values: dict[str, Value] = {
        "parameters": found.parameters,
        "ambient": found.ambient,
        "expected": found.expected,
        "lower": found.lower,
        "upper": found.upper,
        "defect": found.defect,
        "rule": rule,
        "trusts": ",".join(found.trusts),
    }
    if not found.meet and found.error_bound < 1:
        values |= {"probable": found.probable.value, "error_bound": str(found.error_bound)}
    if case.family == "pnn":
        values["filling"] = filling(found.lower, found.upper, found.ambient)
    return values


def filling(lower: int, upper: int, ambient: int) -> str:
    """Whether functions of a dimension between the bounds are dense in a space of dimension ``ambient``."""
    return "proved" if lower == ambient else "refuted" if upper < ambient else "undecided"


def _last_rule(certificate: Certificate) -> str:
    """Of the bound from above, if the certificate joins both bounds."""
    return certificate.premises[1].rule if certificate.rule == "both-bounds" else certificate.rule


def _certificates(found: Dimension) -> dict[str, str]:
    if found.certificate is not None and found.meet:
        return {"dimension": found.certificate.to_json()}
    given = [verdict.certificate for verdict in found.verdicts]
    return {_role(certificate): certificate.to_json() for certificate in given if certificate is not None}


def _role(certificate: Certificate) -> str:
    kinds = {"DimensionAtLeast": "lower", "DimensionAtMost": "upper"}
    return kinds.get(type(certificate.claim).__name__, "dimension")


def forget_memory() -> None:
    """From here on the largest memory counts, where the system can do that: on Linux."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def largest_memory() -> int:
    """Megabytes, since ``forget_memory``; 0 where the system does not say."""
    with contextlib.suppress(OSError, StopIteration, ValueError):
        lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) // 1024
    return 0


def planned_work(case: Case) -> float:
    """About proportional to the time that the case takes."""
    return FAMILIES[case.family].work(dict(case.sizes))


def of_row(row: Mapping[str, Value]) -> str:
    """How a row answers its question, in a word: for comparisons."""
    return str(row["verdict"] if row["verdict"] is not None else row["status"])
