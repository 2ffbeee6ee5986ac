"""A library of statements in one folder or in several, and its proof files."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

from algebra_tnn.library.index import INDEX, BadIndex, Statement, entries
from algebra_tnn.library.references import bibliography, one_line

if TYPE_CHECKING:
    from algebra_tnn.certificates import Verdict


class UnknownStatement(LookupError):
    """No statement, theme or proof of the library has this name."""


@dataclass(frozen=True)
class Outcome:
    """What a proof file answered."""

    name: str
    verdict: Verdict
    trusts: tuple[str, ...]


@dataclass(frozen=True)
class Library:
    """The statements in these folders, with the packages that they belong to ("" for this package, or none)."""

    folders: tuple[tuple[Path, str], ...]

    @classmethod
    def within(cls, folder: str | Path) -> Library:
        """The library that a folder holds. Raises: BadIndex, OSError if there is no index."""
        place = Path(folder).resolve()
        if not (place / INDEX).is_file():
            raise BadIndex(f"the folder {folder} holds no library: it has no {INDEX}")
        entries(place)  # raises
        return cls(((place, ""),))

    def __reduce__(self) -> tuple[Any, ...]:
        """Another process reads the indices itself."""
        return type(self), (self.folders,)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, in the order of the indices. Raises: BadIndex if an entry is not complete."""
        return tuple(each for place, origin in self.folders for each in entries(place, origin))

    @cached_property
    def _places(self) -> dict[str, Path]:
        return {name: place for place, origin in self.folders for each in entries(place, origin) for name in each.files}

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas of the statements, in their order."""
        return tuple(dict.fromkeys(each.area for each in self.statements))

    @property
    def families(self) -> tuple[str, ...]:
        """The families of models that the statements are about, sorted."""
        return tuple(sorted({family for each in self.statements for family in each.families}))

    def statement(self, id: str) -> Statement:
        """The statement with this id, in upper or lower case. Raises: UnknownStatement, which names the nearest id."""
        found = next((each for each in self.statements if each.id.lower() == id.strip().lower()), None)
        if found is None:
            raise UnknownStatement(_unknown("statement", id, [each.id for each in self.statements], str.upper))
        return found

    def selected(self, selectors: Sequence[str] = ()) -> list[tuple[Statement, str, str]]:
        """(statement, proof name, expected status) of what is selected, in order; without selectors, all.

        A selector is the id of a statement ("B3"), a folder ("uniqueness/") or a proof ("uniqueness/kruskal").
        Raises: UnknownStatement for a selector that selects nothing.
        """
        every = [(each, name, status) for each in self.statements for name, status in each.files.items()]
        if not selectors:
            return every
        chosen: set[str] = set()
        for selector in map(str.strip, selectors):
            hits = {name for each, name, _ in every if _selects(selector, each, name)}
            if not hits:
                if "/" in selector:
                    themes = dict.fromkeys(name.partition("/")[0] + "/" for _, name, _ in every)
                    raise UnknownStatement(_unknown("proof", selector, [*(name for _, name, _ in every), *themes]))
                self.statement(selector)  # raises, unless the statement has no proofs
            chosen |= hits
        return [row for row in every if row[1] in chosen]

    def path(self, name: str) -> Path:
        """The file of a proof. Raises: UnknownStatement."""
        if name not in self._places:
            raise UnknownStatement(_unknown("proof", name, list(self._places)))
        return self._places[name] / f"{name}.py"

    def load(self, name: str) -> Any:
        """The proof file as a module, freshly loaded; that proves nothing yet. Raises: UnknownStatement, OSError."""
        path = self.path(name)
        spec = spec_from_file_location("algebra_tnn_proofs." + name.replace("/", "."), path)
        if spec is None or spec.loader is None:
            raise BadIndex(f"{path} cannot be loaded as a module")
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def run(self, name: str) -> Outcome:
        """The verdict of one proof. Raises: UnknownStatement, OSError."""
        verdict: Verdict = self.load(name).proof()
        return Outcome(name, verdict, verdict.trusts)

    def docstring(self, name: str) -> str:
        """The text of a proof file, read without importing it. Raises: UnknownStatement, OSError."""
        return ast.get_docstring(ast.parse(self.path(name).read_text(encoding="utf-8"))) or ""

    def citation(self, key: str) -> str:
        """One line about the publication with this key. Raises: UnknownStatement."""
        known = {key: entry for place, _ in reversed(self.folders) for key, entry in bibliography(place).items()}
        if key not in known:
            raise UnknownStatement(_unknown("reference", key, list(known)))
        return one_line(known[key])


def _selects(selector: str, each: Statement, name: str) -> bool:
    if "/" not in selector:
        return each.id.lower() == selector.lower()
    if selector.endswith("/"):
        return name.startswith(selector)
    return name == selector.removesuffix(".py")


def _unknown(kind: str, name: str, known: list[str], normal: Callable[[str], str] = str) -> str:
    shown = name if len(name) <= 60 else name[:57] + "..."
    near = get_close_matches(normal(name.strip()), known, n=1, cutoff=0)
    return f"there is no {kind} {shown!r} in the library" + (f"; the nearest is {near[0]}" if near else "")
