"""The index of a library: one entry per statement."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

Status: TypeAlias = Literal["proved", "refuted", "stated"]
INDEX = "index.toml"
_OPTIONAL = {"families": [], "corrected": "", "note": "", "proofs": {}, "counterexamples": {}}
_PROOF_NAME = re.compile(r"[a-z0-9_]+/[a-z0-9_]+")
_VERDICTS = ("proved", "refuted", "undecided")


class BadIndex(ValueError):
    """The index of a library is not as an index must be."""


@dataclass(frozen=True)
class Statement:
    """One statement of the library.

    ``families`` are the models that it is about, by their names on the command line where they have one.
    ``proofs`` and ``counterexamples`` map the names of proof files to the status that their verdicts must have;
    ``trusts`` are the published theorems that those verdicts rest on. ``established`` says what the files show, and of
    a statement that is only stated why no small case can check it; ``corrected`` where it differs from the literature.
    ``origin`` is the package that adds it, "" for this one.
    """

    id: str
    title: str
    area: str
    families: tuple[str, ...]
    statement: str
    hypotheses: tuple[str, ...]
    conclusion: str
    citations: tuple[str, ...]
    status: Status
    trusts: tuple[str, ...]
    established: str
    corrected: str
    note: str
    proofs: dict[str, str]
    counterexamples: dict[str, str]
    origin: str = ""

    @property
    def files(self) -> dict[str, str]:
        """All its proof files with the expected statuses, counterexamples last."""
        return {**self.proofs, **self.counterexamples}


_WORDS: dict[type, str] = {str: "a text", list: "a list of texts", dict: "a table from names to texts"}
_FIELDS: dict[str, type] = {
    field.name: {"str": str, "Status": str, "tuple[str, ...]": list, "dict[str, str]": dict}[str(field.type)]
    for field in fields(Statement)
    if field.name != "origin"
}


@cache
def entries(folder: Path, origin: str = "") -> tuple[Statement, ...]:
    """The statements of the index in this folder, in its order.

    Raises: BadIndex, OSError.
    """
    path = folder / INDEX
    try:
        index = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadIndex(f"{path} is no TOML file in UTF-8: {error}") from None
    listed = index.get("statement", [])
    if set(index) - {"statement"} or not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise BadIndex(f"{path} has other things at its top than entries [[statement]]")
    found = tuple(_statement(entry, f"entry {i}", path, origin) for i, entry in enumerate(listed))
    _require_once("id", (each.id.lower() for each in found), path)
    _require_once("proof", (name for each in found for name in each.files), path)
    return found


def _require_once(kind: str, names: Iterable[str], path: Path) -> None:
    seen = set[str]()
    for name in names:
        if name in seen:
            raise BadIndex(f"{path} has the {kind} {name} twice; one statement alone may have it")
        seen.add(name)


def _statement(entry: dict[str, Any], place: str, path: Path, origin: str) -> Statement:
    place = f"the entry {entry['id']!r}" if isinstance(entry.get("id"), str) else place
    given = {**_OPTIONAL, **entry}
    if set(given) != set(_FIELDS):
        odd = ", ".join(sorted(set(given) ^ set(_FIELDS)))
        raise BadIndex(f"{place} of {path} lacks or has too much: {odd}")
    values: dict[str, Any] = {}
    for name, value in given.items():
        wanted = _FIELDS[name]
        parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if not isinstance(value, wanted) or not all(isinstance(part, str) for part in parts):
            words = _WORDS[wanted]
            raise BadIndex(f"{place} of {path} has {name} = {value!r}; it must be {words}")
        values[name] = tuple(value) if isinstance(value, list) else _joined(value) if isinstance(value, str) else value
    if values["status"] not in get_args(Status):
        raise BadIndex(f"{place} of {path} has the status {values['status']!r}; it must be proved, refuted or stated")
    for name, status in (*values["proofs"].items(), *values["counterexamples"].items()):
        if not _PROOF_NAME.fullmatch(name) or status not in _VERDICTS:
            raise BadIndex(
                f"{place} of {path} has the proof {name!r} = {status!r}; write theme/name in small letters, digits and "
                "underscores, and proved, refuted or undecided"
            )
    return Statement(**values, origin=origin)


def _joined(text: str) -> str:
    """The text with its line breaks undone, except between paragraphs."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))
