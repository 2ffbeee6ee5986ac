"""``report`` and ``cite``: statements of the theorem library for others to read, and BibTeX of their sources."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

from algebra_tnn.cli.commands import Commands, added_command, limited
from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.printing import Output
from algebra_tnn.cli.sizes import positive
from algebra_tnn.cli.theorems import add_folder, known, library_of
from algebra_tnn.cli.watching import watched
from algebra_tnn.cli.writing import Destination, destination, write

if TYPE_CHECKING:
    from algebra_tnn.reporting import Report

LANGUAGES = {".html": ("page", "html"), ".md": ("markdown", "markdown"), ".tex": ("tex", "tex")}

MEANING = """\
The ending of the file says how it is written: .html, one page without anything from elsewhere; .md; or .tex. Without
-o it is Markdown on standard output. Proofs are run for the digests of their certificates; --no-run leaves them out,
and the report says so. Exit code: 1 if a proof is not as recorded; the report says which."""


def add_reporting(commands: Commands) -> None:
    """Adds ``report`` and ``cite``."""
    report = added_command(
        commands,
        "report",
        reported,
        "statements with their proofs, digests of certificates and pictures, as a page, Markdown or LaTeX",
        "algebra-tnn report B3 uniqueness/ -o report.html",
        MEANING,
    )
    report.add_argument(
        "selectors", metavar="SELECTOR", nargs="*", help="an id, an area, a folder or a proof; default: all"
    )
    report.add_argument("-o", "--output", metavar="FILE", help="write to this file, .html, .md or .tex")
    report.add_argument("--no-run", action="store_true", help="without running the proofs")
    report.add_argument("--jobs", metavar="N", type=positive, help="how many processes (default: one for each core)")
    add_folder(report)
    limited(report)
    cite = added_command(
        commands,
        "cite",
        cited,
        "BibTeX of the sources of statements, and of this tool",
        "algebra-tnn cite B3",
    )
    cite.add_argument(
        "names",
        metavar="ID",
        nargs="*",
        help="the id of a statement, or the key of a publication; default: none",
    )


def reported(options: argparse.Namespace) -> int:
    ending = _ending(options.output)
    to = destination(options.output, "-", example="report.html")
    from algebra_tnn.reporting import report

    library = library_of(options)
    with watched(options) as watch:
        found = known(
            lambda: report(
                options.selectors, within=library, run=not options.no_run, jobs=options.jobs, watch=watch.say
            )
        )
    text = _written(found, ending)
    if to is not None:
        write(text.encode(), to, "the report")
    output = Output(options)
    _say(output, found, text, to)
    odd = [file.name for file in found.files if not file.as_recorded]
    code = Exit.REFUTED if odd else Exit.PROVED
    output.object(
        {
            "command": "report",
            "ids": [entry.statement.id for entry in found.entries],
            "proofs": len(found.files),
            "run": found.was_run,
            "not_as_recorded": odd,
            "versions": found.versions,
            "output": None if to is None else to.given,
            "text": text if to is None else None,
            "exit": int(code),
        }
    )
    return code


def _ending(path: str | None) -> str:
    if path is None:
        return ".md"
    ending = PurePath(path).suffix.lower()
    if ending not in LANGUAGES:
        *others, last = LANGUAGES
        raise BadInput(f"-o {path} has no known ending; reports are written as {', '.join(others)} or {last}")
    return ending


def _written(report: Report, ending: str) -> str:
    module, function = LANGUAGES[ending]
    text: str = getattr(import_module(f"algebra_tnn.reporting.{module}"), function)(report)
    return text


def _say(output: Output, report: Report, text: str, to: Destination | None) -> None:
    if to is None:
        output.answer(text.removesuffix("\n"))
        return
    for line in report.summary:
        output.detail(line)
    output.answer(f"report written to {to.given} ({len(text.encode()):,} bytes)")


def cited(options: argparse.Namespace) -> int:
    from algebra_tnn.reporting import cited as entries

    found = known(lambda: entries(options.names))
    output = Output(options)
    output.answer("\n\n".join(found.values()))
    output.object({"command": "cite", "entries": found})
    return Exit.PROVED
