"""A certificate: a claim, the rule that proves it, its evidence, and the certificates of its premises.

The format of the JSON is defined in ``proofs/certificate-format.md``.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, fields
from fractions import Fraction
from hashlib import sha256
from typing import Any

from algebra_tnn.claims import (
    Claim,
    Conserved,
    ConservedAtLeast,
    ConservedAtMost,
    FunctionalDimensionAtLeast,
    Nonnegative,
    Split,
    Vanishes,
)
from algebra_tnn.exact import Field, any_number_of_digits
from algebra_tnn.laws import Law
from algebra_tnn.laws.expressions import Applied, Constant, Name, expression_to_json
from algebra_tnn.tensors import CP, Tensor


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Why a rule did not prove a claim: what it needs, what was found, and by how much it falls short."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """One step of a proof with the steps that it rests on. ``remark`` is for readers and no part of the JSON."""

    claim: Claim
    rule: str
    evidence: dict[str, Any]
    premises: tuple[Certificate, ...] = ()
    remark: str = field(default="", compare=False)

    def steps(self) -> list[Certificate]:
        """Every step once, premises before what they prove."""
        found: list[Certificate] = []

        def visit(step: Certificate) -> None:
            for premise in step.premises:
                visit(premise)
            if step not in found:
                found.append(step)

        visit(self)
        return found

    def to_json(self) -> str:
        """The text that the checker judges; the same certificate gives the same bytes."""
        steps = self.steps()
        listed = [
            {
                "claim": claim_json(step.claim),
                "rule": step.rule,
                "evidence": _plain(step.evidence),
                "premises": [steps.index(premise) for premise in step.premises],
            }
            for step in steps
        ]
        with any_number_of_digits():
            return json.dumps({"format": 1, "steps": listed}, separators=(",", ":")) + "\n"

    @property
    def digest(self) -> str:
        """The SHA-256 of that text, which identifies the certificate."""
        return sha256(self.to_json().encode()).hexdigest()


#  Claims about a law and more that belongs to it, which is one object in the JSON, under this key.
_GROUPS: tuple[tuple[Any, str], ...] = (
    (Split, "split"),
    (Vanishes | Nonnegative, "system"),
    (Conserved, "flow"),
    (FunctionalDimensionAtLeast, "network"),
)


def claim_json(claim: Claim) -> dict[str, Any]:
    """The claim as the JSON object of the certificate format."""
    kind = re.sub(r"(?<!^)(?=[A-Z])", "-", type(claim).__name__).lower()
    values = {f.name: getattr(claim, f.name) for f in fields(claim)}
    if "decomposition" in values:
        values = {"factors": values.pop("decomposition").factors, **values}
    if isinstance(claim, ConservedAtLeast | ConservedAtMost):
        values["rank"] = values.pop("count")
    for claims, about in _GROUPS:
        if isinstance(claim, claims):
            names = [name for name in values if name not in ("rank", "lower", "upper", "field")]
            values = {about: {name: values.pop(name) for name in names}, **values}
    return {"kind": kind, **{name: _plain(value) for name, value in values.items()}}


def _plain(value: Any) -> Any:
    """Lists, objects, integers and "a/b" for everything that occurs in claims and evidence."""
    match value:
        case Fraction():
            return value.numerator if value.denominator == 1 else f"{value.numerator}/{value.denominator}"
        case Field():
            return value.name
        case Tensor():
            return _plain(value.nested())
        case Law():
            return value.to_json()
        case Name() | Constant() | Applied():
            return expression_to_json(value)
        case CP():
            return {"factors": _plain(value.factors)}
        case dict():
            return {key: _plain(x) for key, x in value.items()}
        case list() | tuple():
            return [_plain(x) for x in value]
        case _:
            return value
