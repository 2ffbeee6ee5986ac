"""``explain``: what a certificate says, in words and formulas, after the independent checker has judged it."""

from __future__ import annotations

import argparse
import os

from algebra_tnn import checker
from algebra_tnn.cli.commands import Commands, added_command, limited
from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.printing import Output
from algebra_tnn.cli.writing import destination, write

_CODES = {"accepted": Exit.PROVED, "rejected": Exit.REJECTED, "over the limit": Exit.UNDECIDED}
_ATLAS = "SQLite format 3\0"

MEANING = """\
The independent checker judges the certificate first; one that it does not accept is said to establish nothing. --brief
(or -q) is one sentence: what is proved, over which field, by which rules, and what is trusted. Without it the steps are
told with their numbers; --full (or -v) adds the evidence itself, in its beginnings where it is long. --latex needs
amsmath and amssymb. Exit code: 0 accepted, 4 rejected, 3 over the checker's limit, 2 no certificate."""


def add_explain(commands: Commands) -> None:
    """Adds ``explain``."""
    command = added_command(
        commands,
        "explain",
        explained,
        "the argument of a certificate in words and formulas, step by step",
        "algebra-tnn explain cert.json --latex -o appendix.tex",
        MEANING,
    )
    command.add_argument("file", metavar="CERT", help="a certificate; - is standard input")
    depth = command.add_mutually_exclusive_group()
    depth.add_argument("--brief", action="store_true", help="one sentence")
    depth.add_argument("--full", action="store_true", help="with the evidence itself: matrices, points, polynomials")
    command.add_argument("--latex", action="store_true", help="LaTeX to paste into a document")
    command.add_argument("--standalone", action="store_true", help="with --latex: a document of its own")
    command.add_argument("-o", "--output", metavar="FILE", help="write the explanation to this file")
    limited(command)


def explained(options: argparse.Namespace) -> int:
    """The explanation on standard output or in a file."""
    if options.standalone and not options.latex:
        raise BadInput("--standalone makes a document of LaTeX; give --latex with it")
    example = "appendix.tex" if options.latex else "explanation.txt"
    to = destination(options.output, options.file, example=example)
    name = "standard input" if options.file == "-" else options.file.encode(errors="backslashreplace").decode()
    text = _certificate_text(options.file, name)

    from algebra_tnn.explaining import BeyondWords, Depth, NoCertificate, document, explanation

    try:
        found = explanation(text)
    except NoCertificate as error:
        raise BadInput(f"{name} is no certificate, as commands write them with -o: {error}") from None
    depth: Depth = "default"
    if options.brief or options.quiet:
        depth = "brief"
    elif options.full or options.verbose:
        depth = "full"
    try:
        written = document(found.blocks(depth), "latex" if options.latex else "text", options.standalone)
        brief = document(found.blocks("brief"))
    except BeyondWords as error:
        raise BadInput(f"{name} is {found.answer}, but {error}") from None
    output = Output(options)
    if to is None:
        output.answer(written.rstrip("\n"))
    else:
        write(written.encode(), to, "the explanation")
        output.answer(brief.rstrip("\n"))
        output.detail(f"  explanation written to {to.given}")
    code = _CODES[found.answer]
    output.object(
        {
            "command": "explain",
            "answer": found.answer,
            "reason": found.reason,
            "trusts": list(found.trusts),
            "extensions": found.extensions,
            "depth": depth,
            "explanation": written,
            "written": to and to.given,
            "exit": int(code),
        }
    )
    return code


def _certificate_text(path: str, name: str) -> str:
    """No more of the file than the checker reads. Raises: BadInput."""
    try:
        with open(0 if path == "-" else path, encoding="utf-8", closefd=path != "-") as file:
            text = file.read(checker.LIMIT_CHARACTERS + 1)
    except OSError as error:
        raise BadInput(f"cannot read {name}: {error.strerror}") from None
    except UnicodeDecodeError:
        text = _ATLAS if _begins_as_an_atlas(path) else ""
        if not text:
            raise BadInput(f"{name} is no certificate: it is no text in UTF-8") from None
    except ValueError as error:  # a name with a null byte
        raise BadInput(f"cannot read {name!r}: {error}") from None
    if text.startswith(_ATLAS):
        raise BadInput(
            f"{name} is an atlas of many certificates; write them to files with `algebra-tnn atlas export {name} "
            "-o FOLDER --certificates` and explain one"
        )
    return text


def _begins_as_an_atlas(path: str) -> bool:
    if not os.path.isfile(path):
        return False
    with open(path, "rb") as file:
        return file.read(len(_ATLAS)) == _ATLAS.encode()
