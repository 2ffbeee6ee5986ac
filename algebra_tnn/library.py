"""The theorem library: its statements, and the proofs and counterexamples that go with them.

The text of a statement is in ``proofs/index.toml`` and nowhere else; a proof is a file ``proofs/<theme>/<name>.py`` and
is named ``<theme>/<name>``. Reading the library imports none of the mathematics; only :func:`run` does.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from algebra_tnn.certificates import Verdict

Status: TypeAlias = Literal["proved", "refuted", "stated"]


class UnknownStatement(LookupError):
    """No statement, theme or proof of the library has this name."""


class LibraryNotFound(FileNotFoundError):
    """The theorem library is not where the package looks for it."""


@dataclass(frozen=True)
class Statement:
    """One statement of the library.

    ``proofs`` and ``counterexamples`` map the names of proof files to the status that their verdicts must have;
    ``trusts`` are the published theorems that those verdicts rest on.
    """

    id: str
    title: str
    area: str
    statement: str
    hypotheses: tuple[str, ...]
    conclusion: str
    citations: tuple[str, ...]
    status: Status
    trusts: tuple[str, ...]
    established: str
    note: str
    proofs: dict[str, str]
    counterexamples: dict[str, str]

    @property
    def files(self) -> dict[str, str]:
        """All its proof files with the expected statuses, counterexamples last."""
        return {**self.proofs, **self.counterexamples}


@dataclass(frozen=True)
class Outcome:
    """What a proof file answered."""

    name: str
    verdict: Verdict
    trusts: tuple[str, ...]


def folder() -> Path:
    """The folder of the library: in an installed package, or beside the package in a checkout.

    Raises: LibraryNotFound.
    """
    package = Path(__file__).resolve().parent
    for place in (package / "_proofs", package.parent / "proofs"):
        if (place / "index.toml").is_file():
            return place
    raise LibraryNotFound(
        f"the theorem library is neither in {package / '_proofs'} nor in {package.parent / 'proofs'}; "
        "install algebra-tnn from its wheel, or run it in a checkout of its repository"
    )


@cache
def statements() -> tuple[Statement, ...]:
    """All statements, in the order of the index. Raises: LibraryNotFound, ValueError if an entry is not complete."""
    index = tomllib.loads((folder() / "index.toml").read_text(encoding="utf-8"))
    return tuple(_statement(entry) for entry in index["statement"])


def _statement(entry: dict[str, Any]) -> Statement:
    names = {f.name for f in fields(Statement)}
    if set(entry) != names:
        odd = ", ".join(sorted(set(entry) ^ names))
        raise ValueError(f"the entry {entry.get('id')!r} of index.toml lacks or has too much: {odd}")
    values: dict[str, Any] = {}
    for key, value in entry.items():
        values[key] = tuple(value) if isinstance(value, list) else _joined(value) if isinstance(value, str) else value
    return Statement(**values)


def _joined(text: str) -> str:
    """The text with its line breaks undone, except between paragraphs."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))


def areas() -> tuple[str, ...]:
    """The areas of the statements, in the order of the index."""
    return tuple(dict.fromkeys(each.area for each in statements()))


def statement(id: str) -> Statement:
    """The statement with this id, in upper or lower case. Raises: UnknownStatement, which names the nearest id."""
    found = next((each for each in statements() if each.id.lower() == id.strip().lower()), None)
    if found is None:
        raise UnknownStatement(_unknown("statement", id, [each.id for each in statements()], str.upper))
    return found


def _unknown(kind: str, name: str, known: list[str], normal: Any = str) -> str:
    shown = name if len(name) <= 60 else name[:57] + "..."
    near = get_close_matches(normal(name.strip()), known, n=1, cutoff=0)
    return f"there is no {kind} {shown!r} in the library" + (f"; the nearest is {near[0]}" if near else "")


def selected(selectors: Sequence[str] = ()) -> list[tuple[Statement, str, str]]:
    """(statement, proof name, expected status) of what is selected, in the order of the index; without selectors, all.

    A selector is the id of a statement ("B3"), a folder ("uniqueness/") or the name of a proof ("uniqueness/kruskal").
    Raises: UnknownStatement for a selector that selects nothing.
    """
    every = [(each, name, status) for each in statements() for name, status in each.files.items()]
    if not selectors:
        return every
    chosen: set[tuple[str, str]] = set()
    for selector in selectors:
        hits = {(each.id, name) for each, name, _ in every if _selects(selector.strip(), each, name)}
        if not hits:
            if "/" in selector:
                themes = dict.fromkeys(name.partition("/")[0] + "/" for _, name, _ in every)
                raise UnknownStatement(_unknown("proof", selector, [*(name for _, name, _ in every), *themes]))
            statement(selector)  # raises, unless the statement has no proofs
        chosen |= hits
    return [(each, name, status) for each, name, status in every if (each.id, name) in chosen]


def _selects(selector: str, each: Statement, name: str) -> bool:
    if "/" not in selector:
        return each.id.lower() == selector.lower()
    if selector.endswith("/"):
        return name.startswith(selector)
    return name == selector.removesuffix(".py")


def _file(name: str) -> Path:
    if not any(name in each.proofs or name in each.counterexamples for each in statements()):
        raise UnknownStatement(_unknown("proof", name, [proof for each in statements() for proof in each.files]))
    return folder() / f"{name}.py"


def load(name: str) -> Any:
    """The proof file as a module, freshly loaded; that proves nothing yet. Raises: UnknownStatement."""
    path = _file(name)
    spec = spec_from_file_location("algebra_tnn_proofs." + name.replace("/", "."), path)
    if spec is None or spec.loader is None:
        raise LibraryNotFound(f"{path} cannot be loaded")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(name: str) -> Outcome:
    """The verdict of one proof. Raises: UnknownStatement."""
    verdict: Verdict = load(name).proof()
    return Outcome(name, verdict, verdict.trusts)


def docstring(name: str) -> str:
    """The text of a proof file, read without importing it. Raises: UnknownStatement."""
    return ast.get_docstring(ast.parse(_file(name).read_text(encoding="utf-8"))) or ""


@cache
def _references() -> dict[str, dict[str, str]]:
    """The entries of references.bib: ``@kind{key,`` and then lines ``name = {value},``, and ``}`` on a line."""
    text = (folder() / "references.bib").read_text(encoding="utf-8")
    found = {}
    for entry in re.finditer(r"^@\w+\{(\w+),\n(.*?)^\}$", text, re.MULTILINE | re.DOTALL):
        values = re.findall(r"^\s*(\w+)\s*=\s*\{(.*)\},?$", entry[2], re.MULTILINE)
        found[entry[1]] = {name: re.sub(r"[{}]", "", value).replace("--", "–") for name, value in values}
    return found


def citation(key: str) -> str:
    """One line about the publication with this key. Raises: UnknownStatement."""
    if key not in _references():
        raise UnknownStatement(_unknown("reference", key, list(_references())))
    entry = _references()[key]
    authors = [" ".join(reversed(name.split(", ", 1))) for name in entry["author"].split(" and ")]
    names = authors[0] if len(authors) == 1 else f"{', '.join(authors[:-1])} and {authors[-1]}"
    venue = entry.get("journal") or entry.get("booktitle") or entry.get("note", "")
    volume = " ".join(entry[part] for part in ("volume", "pages") if part in entry)
    return ", ".join(part for part in (names, entry["title"], venue, volume) if part) + f" ({entry['year']})"
