"""What the parsers of commands have in common."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any, TypeAlias

from algebra_tnn.cli.sizes import megabytes, seconds

Run: TypeAlias = Callable[[argparse.Namespace], int]
Commands: TypeAlias = "argparse._SubParsersAction[Any]"  # of any class of parsers


class CommandParser(argparse.ArgumentParser):
    """A parser that learns its last options when somebody asks: those of families, to which plug-ins add.

    So no plug-in is loaded for a command that takes no model, such as ``check``.
    """

    later: Callable[[], None] | None = None

    def completed(self) -> CommandParser:
        """The parser itself, with all its options."""
        if self.later is not None:
            later, self.later = self.later, None
            later()
        return self

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        self.completed()
        return super().parse_known_args(args, namespace)

    def format_help(self) -> str:
        self.completed()
        return super().format_help()


def added_command(commands: Commands, name: str, run: Run, text: str, example: str, more: str = "") -> CommandParser:
    """A command with the options that all have, its help, and one example."""
    added: CommandParser = commands.add_parser(
        name,
        help=text,
        description=text[0].upper() + text[1:] + ".",
        epilog="\n\n".join(part for part in (more, f"example: {example}") if part),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    added.set_defaults(run=run, parser=added)
    added.add_argument("--json", action="store_true", help="one JSON object on standard output and nothing else")
    loudness = added.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true", help="print only the answer")
    loudness.add_argument("-v", "--verbose", action="store_true", help="print everything that is known")
    return added


def takes_a_model(
    command: CommandParser, wanted: str = "a family and its sizes, or a file with a law", *, lists_families: bool = True
) -> None:
    """Adds what says which model is meant, and to the help an example of each family."""
    command.add_argument("model", metavar="MODEL", nargs="+", help=wanted)

    def complete() -> None:
        from algebra_tnn.cli.vocabulary import add_words, help_on_models

        add_words(command)
        if lists_families:
            command.epilog = "\n\n".join(filter(None, (help_on_models(), command.epilog)))

    command.later = complete


def limited(command: argparse.ArgumentParser) -> None:
    """Adds the limits of the whole command, which ``supervision.keep_limits`` keeps."""
    command.add_argument("--timeout", metavar="S", type=seconds, dest="seconds", help="give up after so many seconds")
    command.add_argument(
        "--memory",
        metavar="M",
        type=megabytes,
        dest="megabytes",
        help="give up beyond this memory, such as 500M or 4G (on Linux), the program's own aside",
    )
