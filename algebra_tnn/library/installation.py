"""The library that is installed: that of this package, and those that plug-ins add."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from algebra_tnn import plugins
from algebra_tnn.library.index import INDEX, BadIndex, Statement, entries
from algebra_tnn.library.libraries import Library, Outcome


class LibraryNotFound(FileNotFoundError):
    """The theorem library is not where the package looks for it."""


def folder() -> Path:
    """The folder of the library: in an installed package, or beside the package in a checkout.

    Raises: LibraryNotFound.
    """
    package = _package()
    for place in (package / "_proofs", package.parent / "proofs"):
        if (place / INDEX).is_file():
            return place
    raise LibraryNotFound(
        f"the theorem library is neither in {package / '_proofs'} nor in {package.parent / 'proofs'}; "
        "install algebra-tnn from its wheel, or run it in a checkout of its repository"
    )


def _package() -> Path:
    return Path(__file__).resolve().parents[1]


def in_a_checkout() -> bool:
    """Whether the library is one that may be written to, beside the package, and not a part of what is installed."""
    return folder() == _package().parent / "proofs"


@cache
def installed() -> Library:
    """The library of this package, with those of plug-ins. Raises: LibraryNotFound, BadIndex.

    A plug-in whose index is broken, or has an id or the name of a proof that is taken, is left out.
    """
    found = Library(((folder(), ""),))
    for plugin in plugins.plugins(plugins.STATEMENTS):
        try:
            more = Library((*found.folders, (_folder_of(plugin.value), plugin.package)))
            _require_new(entries(*more.folders[-1]), found)
        except (BadIndex, OSError) as error:
            plugins.left_out(plugin.package, plugin.name, str(error))
        else:
            found = more
    return found


def _folder_of(package: object) -> Path:
    """Raises: BadIndex if the plug-in points to no package."""
    file = getattr(package, "__file__", None)
    if file is None:
        raise BadIndex(f"it points to {package!r}; it must point to a package with an {INDEX}")
    return Path(file).resolve().parent


def _require_new(added: Sequence[Statement], found: Library) -> None:
    ids = {each.id.lower() for each in found.statements}
    names = {name for each in found.statements for name in each.files}
    for each in added:
        if each.id.lower() in ids:
            raise BadIndex(f"its statement {each.id} has the id of another one")
        for name in each.files:
            if name in names:
                raise BadIndex(f"its proof {name} has the name of another one")


def statements() -> tuple[Statement, ...]:
    """All statements, in the order of the index. Raises: LibraryNotFound, BadIndex if an entry is not complete."""
    return installed().statements


def areas() -> tuple[str, ...]:
    """The areas of the statements, in the order of the index."""
    return installed().areas


def statement(id: str) -> Statement:
    """The statement with this id, in upper or lower case. Raises: UnknownStatement, which names the nearest id."""
    return installed().statement(id)


def selected(selectors: Sequence[str] = ()) -> list[tuple[Statement, str, str]]:
    """(statement, proof name, expected status) of what is selected, in the order of the index; without selectors, all.

    Raises: UnknownStatement for a selector that selects nothing.
    """
    return installed().selected(selectors)


def load(name: str) -> Any:
    """The proof file as a module, freshly loaded; that proves nothing yet. Raises: UnknownStatement."""
    return installed().load(name)


def run(name: str) -> Outcome:
    """The verdict of one proof. Raises: UnknownStatement."""
    return installed().run(name)


def docstring(name: str) -> str:
    """The text of a proof file, read without importing it. Raises: UnknownStatement."""
    return installed().docstring(name)


def citation(key: str) -> str:
    """One line about the publication with this key. Raises: UnknownStatement."""
    return installed().citation(key)
