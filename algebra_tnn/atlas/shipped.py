"""The atlas that comes with the package: what it says of a model, at once, without computing anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from algebra_tnn.atlas import compact
from algebra_tnn.atlas.canonical import arguments, case_of
from algebra_tnn.atlas.compact import Entry, Manifest
from algebra_tnn.atlas.rows import Value
from algebra_tnn.atlas.store import AtlasError
from algebra_tnn.certificates import Explained

SAMPLE = "sample.sqlite"  # rows with their certificates, an atlas file
QUESTIONS = ("identifiability", "dimension", "generic-rank")  # the one that says most comes first

_COMMANDS = {"global": "identifiable", "lower": "dimension --prove lower", "upper": "dimension --prove upper"}


@dataclass(frozen=True)
class Found(Explained):
    """What the shipped atlas says of a model."""

    entry: Entry
    specifications: tuple[str, ...]

    @property
    def columns(self) -> dict[str, Value]:
        """Those of the row."""
        return dict(self.entry.columns)

    @property
    def source(self) -> str:
        """Where the answer is from, in a line."""
        row = self.entry.columns
        return (
            f"from the atlas that ships with algebra_tnn, computed with version {row['version']} "
            f"(rules {row['rules']}) on {row['day']}; nothing was computed now"
        )

    @property
    def commands(self) -> dict[str, str]:
        """By the role of a certificate, the command that makes it again."""
        model = arguments(self.entry.case)
        if model is None:
            return {}
        return {
            role: f"algebra-tnn {verb} {model} {' '.join([*options, '-o certificate.json'])}"
            for role in self.entry.digests
            for verb, *options in [_COMMANDS.get(role, "dimension").split(" ", 1)]
        }

    @property
    def explanation(self) -> str:
        row = self.entry.columns
        lines = [f"{row['name']}: {_number(row)}"]
        if row["parameters"] is not None:
            counted = f"{row['parameters']} parameters, {row['expected']} dimensions are expected"
            lines.append(f"  {counted}, the space has {row['ambient']}")
        answers = {"finite": "determined up to finitely many choices", "global": "up to rescaling and permutation"}
        answers |= {"filling": "dense among all", "minimal_filling": "and those of no network with a neuron less"}
        lines += [f"  {name}: {row[name]} ({meaning})" for name, meaning in answers.items() if row[name] is not None]
        if row["rule"] is not None:
            lines.append(f"  by {row['rule']}; trusts {row['trusts'] or 'no published theorem'}")
        if row["reason"] is not None:
            lines.append(f"  {row['reason']}")
        lines.append(f"  {self.source}")
        for role, command in self.commands.items():
            lines.append(f"  certificate ({role}), SHA-256 {self.entry.digests[role]}…: {command}")
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object."""
        return {
            "row": self.columns,
            "case": self.entry.case.text,
            "certificates": dict(self.entry.digests),
            "commands": self.commands,
            "specifications": list(self.specifications),
            "source": self.source,
            "explanation": self.explanation,
        }


def folder() -> Path:
    """Where the shipped atlas is: in an installed package, or beside the package in a checkout. Raises: AtlasError."""
    package = Path(__file__).resolve().parents[1]
    for place in (package / "_atlas", package.parent / "atlas"):
        if (place / compact.MANIFEST).is_file():
            return place
    raise AtlasError(
        f"the atlas is neither in {package / '_atlas'} nor in {package.parent / 'atlas'}; "
        "install algebra-tnn from its wheel, or run it in a checkout of its repository"
    )


@cache
def manifest() -> Manifest:
    """What the shipped atlas consists of. Raises: AtlasError."""
    return compact.manifest(folder())


def entries(question: str | None = None, family: str | None = None) -> Iterator[Entry]:
    """All rows of the shipped atlas, or those with a question or of a family, part by part. Raises: AtlasError.

    >>> next(entries(family="pnn")).case.family
    'pnn'
    """
    for part in manifest().parts:
        if question in (None, part.question) and family in (None, part.family):
            yield from compact.entries(folder(), part)


def lookup(model: Any, question: str | None = None) -> Found | None:
    """The row of the shipped atlas about a model, None if it has none; without a question, the one that says most.

    Nothing is computed, and one part of the atlas is read. Neurons and factors may be in any order. That a model is not
    there says nothing about it; ``covered`` says which are.

    Raises: AtlasError if the atlas is missing or damaged.

    >>> from algebra_tnn.models import PolynomialNetwork
    >>> found = lookup(PolynomialNetwork((3, 2, 1), 2))
    >>> found.columns["lower"], found.columns["upper"], found.columns["expected"], found.columns["finite"]
    (5, 5, 6, 'refuted')
    """
    about = manifest()
    for asked in QUESTIONS if question is None else (question,):
        case = case_of(model, asked)
        entry = None if case is None else compact.found(folder(), about, case)
        if entry is not None:
            return Found(entry, tuple(about.specifications))
    return None


def covered() -> str:
    """Which models the shipped atlas has, as its specifications say it. Raises: AtlasError."""
    about = manifest()
    lines = [f"the atlas that ships has {about.rows:,} rows:"]
    for title, text in about.specifications.items():
        lines += [f"  {title}", *(f"    {line}" for line in text.splitlines() if line.strip())]
    return "\n".join(lines)


def _number(row: Any) -> str:
    asked = "generic rank" if row["question"] == "generic-rank" else "dimension"
    if row["status"] == "failed":
        return "no answer"
    if row["lower"] == row["upper"]:
        return f"{asked} {row['lower']}, proved from both sides"
    likely = "" if row["probable"] is None else f", {row['probable']} but for an error below {row['error_bound']}"
    return f"{asked} {row['lower']} to {row['upper']}{likely}"
