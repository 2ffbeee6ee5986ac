"""What the parsers of commands have in common."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any, TypeAlias

from algebra_tnn.cli import circuits, formats, structured, varieties
from algebra_tnn.cli.sizes import integer, positive

Run: TypeAlias = Callable[[argparse.Namespace], int]
Commands: TypeAlias = "argparse._SubParsersAction[Any]"  # of any class of parsers


def added_command(
    commands: Commands, name: str, run: Run, text: str, example: str, more: str = ""
) -> argparse.ArgumentParser:
    """A command with the options that all have, its help, and one example."""
    added: argparse.ArgumentParser = commands.add_parser(
        name,
        help=text,
        description=text[0].upper() + text[1:] + ".",
        epilog="\n\n".join(part for part in (more, f"example: {example}") if part),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    added.set_defaults(run=run)
    added.add_argument("--json", action="store_true", help="one JSON object on standard output and nothing else")
    loudness = added.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help="print only the answer")
    loudness.add_argument("-v", "--verbose", action="store_true", help="print everything that is known")
    return added


def takes_a_model(
    command: argparse.ArgumentParser, wanted: str = "a family and its sizes, or a file with a law"
) -> None:
    command.add_argument("model", metavar="MODEL", nargs="+", help=wanted)
    command.add_argument(
        "--degree", metavar="R", type=integer, help="the activation t^R in every hidden layer, or the degree of forms"
    )
    command.add_argument("--degrees", metavar="R1,R2", help="one degree for each hidden layer, or each factor")
    command.add_argument(
        "--activation", metavar="P", help='a polynomial in x for every hidden layer, such as "x^3 + x"'
    )
    command.add_argument("--biases", action="store_true", help="with biases in all layers")
    varieties.add_arguments(command)
    formats.add_arguments(command)
    circuits.add_arguments(command)
    structured.add_arguments(command)


def limited(command: argparse.ArgumentParser) -> None:
    command.add_argument("--seconds", metavar="S", type=positive, help="give up after this time")
    command.add_argument(
        "--megabytes",
        metavar="M",
        type=positive,
        help="give up beyond this memory (on Linux), the program's own aside",
    )
