"""The parser of the command line, and what a word was meant to be that it does not know."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NoReturn

from algebra_tnn import __version__
from algebra_tnn.cli import checking, completion, explaining, hunting, reporting
from algebra_tnn.cli.atlas.arguments import add_atlas
from algebra_tnn.cli.atlas.checking import add_arguments as add_sampling
from algebra_tnn.cli.commands import CommandParser, added_command
from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.parsers.library import add_library
from algebra_tnn.cli.parsers.models import add_models
from algebra_tnn.cli.parsers.networks import add_networks
from algebra_tnn.cli.parsers.tensors import add_tensors

_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z0-9-]*")

EXIT_CODES = """\
exit codes: 0 proved, correct, bounds meet, as recorded, or accepted; 1 refuted, wrong, or not as recorded; 2 bad input;
3 undecided, bounds do not meet, or over a limit; 4 a certificate was rejected; 70 internal error; 130 interrupted"""


def options_of(arguments: list[str]) -> argparse.Namespace:
    """The command and its options. Raises: BadInput, with what was probably meant."""
    top = parser()
    _refuse_unknown_commands(top, arguments)
    options: argparse.Namespace
    options, unread = top.parse_known_args(arguments)
    if unread:
        from algebra_tnn.text.spelling import unknown

        command: argparse.ArgumentParser = options.parser
        known = sorted(set(_OPTION.findall(command.format_help())))
        option = next((word for word in unread if word.startswith("-")), None)
        if option is None:
            raise BadInput(f"{' '.join(unread)} is more than {command.prog} takes; see {command.prog} --help")
        raise BadInput(
            unknown("option", option.partition("=")[0], known, shows_all=False) + f" (see {command.prog} --help)"
        )
    return options


def _refuse_unknown_commands(top: _Parser, arguments: list[str]) -> None:
    """At the top and below ``atlas``: only there does the first word name a command."""
    names, rest = top.commands, [word for word in arguments if not word.startswith("-")]
    while names and rest:
        word, *rest = rest
        if word not in names:
            from algebra_tnn.text.spelling import unknown

            raise BadInput(unknown("command", word, names, shows_all=False) + " (see algebra-tnn --help)")
        names = getattr(names[word], "commands", {})


class _Parser(CommandParser):
    commands: Mapping[str, argparse.ArgumentParser] = MappingProxyType({})

    def error(self, message: str) -> NoReturn:
        raise BadInput(f"{message}; see {self.prog} --help")


@cache  # a process that runs many commands builds it once
def parser() -> _Parser:
    top = _Parser(
        prog="algebra-tnn",
        description="Exact, certified answers about tensors and the theory of neural networks.",
        epilog=f"{EXIT_CODES}\n\nexample: algebra-tnn unique factors.json -o cert.json",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"algebra-tnn {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    top.commands = commands.choices

    add_library(commands)
    add_tensors(commands)
    add_models(commands)
    add_networks(commands)

    check = added_command(
        commands,
        "check",
        checking.check,
        "re-derive certificates with the independent checker only",
        "algebra-tnn check cert.json",
    )
    check.add_argument("files", metavar="FILE", nargs="+", help="certificates, or atlases; - is standard input")
    add_sampling(check)
    add_atlas(commands)
    explaining.add_explain(commands)
    hunting.add_hunt(commands)
    reporting.add_reporting(commands)
    completion.add_completion(commands)
    return top
