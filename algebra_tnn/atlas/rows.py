"""A row: what was found out about a case, what it cost, and the certificates as JSON text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal, TypeAlias

from algebra_tnn.atlas.cases import Case

Status: TypeAlias = Literal["proved", "probable", "undecided", "failed"]
Value: TypeAlias = str | int | float | None

STATUSES: tuple[Status, ...] = ("proved", "probable", "undecided", "failed")

# The columns of a row, with their type in SQL and what they mean. Those that a question or a family does not have are
# NULL. This is the only list of them: tables, exports, queries and messages are made from it.
COLUMNS: dict[str, tuple[str, str]] = {
    "key": ("TEXT", "of the case and the rule set, 64 hexadecimal digits"),
    "question": ("TEXT", "what is asked"),
    "family": ("TEXT", "of models"),
    "name": ("TEXT", "the model as people write it"),
    "field": ("TEXT", "of the claims"),
    "layers": ("INTEGER", "layers of weights"),
    "widths": ("TEXT", "from the inputs to the outputs, with commas"),
    "degrees": ("TEXT", "of activations, or of factors, with commas"),
    "biases": ("INTEGER", "0 or 1"),
    "inputs": ("INTEGER", "number of inputs"),
    "outputs": ("INTEGER", "number of outputs"),
    "modes": ("INTEGER", "number of factors of a Segre–Veronese variety"),
    "shape": ("TEXT", "sizes of the modes, with commas"),
    "points": ("INTEGER", "r of a secant variety, or terms of a tensor"),
    "status": ("TEXT", "proved, probable, undecided or failed"),
    "verdict": ("TEXT", "of a question with yes or no: proved or refuted or undecided"),
    "parameters": ("INTEGER", "number of parameters"),
    "ambient": ("INTEGER", "dimension of the space of all functions or tensors of this kind"),
    "expected": ("INTEGER", "dimension, rank or number that counting predicts"),
    "lower": ("INTEGER", "proved lower bound of the number that is asked for"),
    "upper": ("INTEGER", "proved upper bound"),
    "probable": ("INTEGER", "the value where the bounds differ, but for an error"),
    "error_bound": ("TEXT", "proved bound of the probability that the probable value is wrong, a rational"),
    "defect": ("INTEGER", "expected − dimension, where it is proved"),
    "finite": ("TEXT", "are parameters determined up to rescalings and finitely many choices"),
    "global": ("TEXT", "are they determined up to rescalings and permutations"),
    "decompositions": ("INTEGER", "number of classes of parameters with the same value"),
    "filling": ("TEXT", "are the functions dense among all"),
    "minimal_filling": ("TEXT", "and those of no network with one neuron less; by other rows of the same file"),
    "rule": ("TEXT", "the last step of the certificate"),
    "trusts": ("TEXT", "published theorems taken on trust, with commas; empty if none"),
    "reason": ("TEXT", "why the case failed, or why it was asked a second time"),
    "seconds": ("REAL", "CPU time"),
    "megabytes": ("INTEGER", "largest memory of the process meanwhile"),
    "tries": ("INTEGER", "1 or 2"),
    "version": ("TEXT", "of algebra_tnn"),
    "rules": ("TEXT", "the rule set"),
    "day": ("TEXT", "when, as YYYY-MM-DD"),
}
DERIVED = ("minimal_filling",)  # columns that are computed from other rows, and are not under the seal
COSTS = ("seconds", "megabytes", "day", "tries")  # columns that differ between runs with the same answers


@dataclass(frozen=True, slots=True)
class Row:
    """``values`` has some of the columns from "layers" to "reason" that are not fields here; the others are NULL.

    ``certificates`` are JSON texts by what they are for: "dimension", or "lower" and "upper" where there is none of
    both, "global" for the number of decompositions, "answer" for other questions. A failed row has none, and a reason.
    """

    case: Case
    name: str
    status: Status
    values: Mapping[str, Value]
    certificates: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    megabytes: int = 0
    tries: int = 1
    version: str = ""
    rules: str = ""
    day: str = ""

    def columns(self) -> dict[str, Value]:
        """All columns in the order of ``COLUMNS``."""
        own: dict[str, Value] = {
            "key": self.case.key,
            "question": self.case.question,
            "family": self.case.family,
            "field": self.case.field,
            **{name: getattr(self, name) for name in ("name", "status", *COSTS, "version", "rules")},
        }
        return {name: own[name] if name in own else self.values.get(name) for name in COLUMNS}

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of each certificate."""
        return {role: sha256(text.encode()).hexdigest() for role, text in self.certificates.items()}

    @property
    def seal(self) -> str:
        """SHA-256 of everything the row says, its case and the digests of its certificates: a changed byte shows."""
        return sealed(self.case.text, self.columns(), self.digests)


def sealed(case: str, columns: Mapping[str, Value], digests: Mapping[str, str]) -> str:
    said = {name: value for name, value in columns.items() if name not in DERIVED}
    return sha256(json.dumps([case, said, sorted(digests.items())]).encode()).hexdigest()
