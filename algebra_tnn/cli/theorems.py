"""``list`` and ``show``: the statements of the theorem library."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from algebra_tnn.cli.failures import BadInput, Exit, Failure
from algebra_tnn.cli.printing import STATUS_COLOURS, Output, columns

if TYPE_CHECKING:
    from algebra_tnn.library import Library, Statement

T = TypeVar("T")
STATUSES = ("proved", "refuted", "stated")


def add_folder(command: argparse.ArgumentParser) -> None:
    """The option that chooses another library than the one that is installed."""
    command.add_argument("--in", metavar="FOLDER", dest="folder", help="the library in this folder, with an index.toml")


def add_list_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--area", metavar="A", help="only the statements of this area")
    command.add_argument("--family", metavar="F", help="only the statements about this family of models, such as pnn")
    command.add_argument("--status", choices=STATUSES, help="only the statements with this status")
    add_folder(command)


def add_show_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("id", metavar="ID", help="the id of a statement, as list prints it")
    add_folder(command)


def listed(options: argparse.Namespace) -> int:
    library = library_of(options)
    found = [s for s in known(lambda: library.statements) if _is_wanted(s, library, options)]
    output = Output(options)
    origins = any(s.origin for s in found)
    rows = [(s.id, s.status, s.title, ", ".join(s.citations), *([s.origin] if origins else [])) for s in found]
    for s, line in zip(found, columns(rows) if rows else [], strict=True):
        if output.quiet:
            output.answer(s.id)
            continue
        output.answer(painted(output, line, s.status))
        output.more(f"    {s.area}: {s.statement}")
    output.object({"command": "list", "statements": [_summary(s) for s in found]})
    return Exit.PROVED


def _is_wanted(s: Statement, library: Library, options: argparse.Namespace) -> bool:
    """Raises: BadInput for an area or a family that no statement has."""
    from algebra_tnn.text.spelling import unknown

    for kind, wanted, there in (("area", options.area, library.areas), ("family", options.family, library.families)):
        if wanted is not None and wanted not in there:
            raise BadInput(unknown(kind, wanted, there))
    return (
        (options.area is None or s.area == options.area)
        and (options.family is None or options.family in s.families)
        and (options.status is None or s.status == options.status)
    )


def _summary(s: Statement) -> dict[str, Any]:
    names = ("id", "title", "citations", "area", "families", "status", "trusts", "origin")
    values = {name: getattr(s, name) for name in names}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def shown(options: argparse.Namespace) -> int:
    library = library_of(options)
    s = known(lambda: library.statement(options.id))
    references = {key: _citation(library, key) for key in dict.fromkeys((*s.citations, *s.trusts))}
    output = Output(options)
    output.answer(output.painted(f"{s.id}  {s.title}", "bold"))
    about = {"area": s.area, "families": ", ".join(s.families), "from": s.origin}
    kinds = "".join(f"; {name}: {value}" for name, value in about.items() if value)
    output.detail(painted(output, f"status: {s.status}", s.status) + kinds)
    output.answer(f"\n{s.statement}" if not output.quiet else s.statement)
    for heading, lines in (
        ("Hypotheses", [f"{i}. {text}" for i, text in enumerate(s.hypotheses, 1)]),
        ("Conclusion", [s.conclusion]),
        ("Established here", [s.established]),
        ("Taken on trust", [references[key] for key in s.trusts] or ["nothing"]),
        ("Corrected against the literature", [s.corrected]),
        ("Note", [s.note]),
        ("References", [references[key] for key in s.citations]),
    ):
        if any(lines):
            output.detail(f"\n{heading}")
            for line in lines:
                output.detail(f"  {line}")
    for heading, proofs in (("Proofs", s.proofs), ("Counterexamples that limit it", s.counterexamples)):
        if proofs:
            output.detail(f"\n{heading}")
        for proof, status in proofs.items():
            text = known(partial(library.docstring, proof)).strip().splitlines()
            output.detail(f"  {proof} ({status}){': ' + text[0] if text else ''}")
            for line in text[1:]:
                output.more(f"    {line}".rstrip())
    output.object({"command": "show", **asdict(s), "references": references})
    return Exit.PROVED


def library_of(options: argparse.Namespace) -> Library:
    """The installed library, or the one in the folder of ``--in``. Raises: BadInput, Failure."""
    from algebra_tnn import library

    folder: str | None = options.folder
    return known(library.installed if folder is None else lambda: library.Library.within(folder))


def known(found: Callable[[], T]) -> T:
    """What is found in the library. Raises: BadInput, Failure."""
    from algebra_tnn import library

    try:
        return found()
    except (library.UnknownStatement, library.BadIndex) as error:
        raise BadInput(str(error)) from None
    except library.LibraryNotFound as error:
        raise Failure(str(error)) from None
    except (OSError, SyntaxError) as error:
        raise BadInput(f"the library cannot be read: {error}") from None


def _citation(library: Library, key: str) -> str:
    """The reference in one line; a citation may say where in it, as in "Kruskal1977, Theorem 4a"."""
    name, _, where = key.partition(",")
    try:
        return f"[{name}{',' + where if where else ''}] {library.citation(name)}"
    except LookupError:
        return f"[{key}]"


def painted(output: Output, text: str, status: str) -> str:
    """The text in the colour of the status."""
    return output.painted(text, STATUS_COLOURS[status]) if status in STATUS_COLOURS else text
